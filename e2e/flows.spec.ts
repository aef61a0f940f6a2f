import type { Page } from '@playwright/test'
import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

const answer = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test.describe('on a telephone, without JavaScript', () => {
  test.use({ ...phone, ...withoutScript })

  test('guided help is walked to its end, with a way back, and a person gets all of it', async ({ page }) => {
    await page.goto('/de/guided-help')
    await page.getByRole('link', { name: /Kein Internet, kein Strom/ }).click()
    await answer(page, 'Internet oder Telefon')
    await answer(page, 'Nein, keines')
    await expect(page.getByRole('img', { name: /Vorderseite von Modem/ })).toBeVisible()
    await answer(page, 'PON blinkt')
    await expect(page.getByRole('heading', { level: 1, name: 'Bitte 15 Minuten warten' })).toBeVisible()

    // Not that: one step back, and on another way.
    await answer(page, 'Zurück')
    await answer(page, 'LOS leuchtet rot')
    await answer(page, 'Nein, es liegt gerade')
    await page.getByRole('button', { name: 'Weiter' }).click()
    await expect(page.locator('.error-summary')).toContainText('Bitte antworten Sie, um weiterzukommen.')
    await page.getByRole('textbox', { name: 'Seit wie vielen Stunden geht es nicht?' }).fill('96')
    await page.getByRole('button', { name: 'Weiter' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Ihnen steht eine Entschädigung zu' })).toBeVisible()
    await page.reload()
    await page.getByRole('button', { name: 'Weiter' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Wir übernehmen' })).toBeVisible()
    await answer(page, 'Ja')
    await expect(page.getByText('Danke, das hilft uns')).toBeVisible()

    await page.getByRole('link', { name: 'Nachricht mit Ihren Antworten senden' }).click()
    await expect(page.getByLabel('Ihre Nachricht')).toHaveValue(/seit 96 Std\. nicht.*LOS leuchtet rot/)
  })

  test('ends in a report and in an order with what was answered filled in, also when one signs in on the way', async ({
    page,
  }) => {
    await page.goto('/de/guided-help/street-lamp')
    await answer(page, 'Sie flackert')
    await page.getByRole('textbox', { name: 'Welche Nummer steht am Mast?' }).fill('L-1234')
    await answer(page, 'Weiter')
    await page.getByRole('textbox', { name: 'Wo steht die Laterne?' }).fill('Uferweg 3')
    await answer(page, 'Weiter')
    await answer(page, 'Straßenlaterne')
    await expect(page.getByLabel('Sie flackert')).toBeChecked()
    await expect(page.getByLabel('Nummer am Mast')).toHaveValue('L-1234')
    await answer(page, 'Weiter zum Abschluss')
    await expect(page.getByText('Uferweg 3').first()).toBeVisible()
    await page.getByLabel('E-Mail-Adresse').pressSequentially('lampe@example.org', { delay: 60 })
    await page.getByRole('button', { name: 'Nachricht senden' }).click()
    await expect(
      page
        .locator('main')
        .getByText(/R-\d+-\w/)
        .first(),
    ).toBeVisible()

    await page.goto('/de/guided-help/moving')
    await answer(page, 'Neu nach Lindaubrück')
    const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('Wann bekommen Sie die Schlüssel?').fill(day)
    await answer(page, 'Weiter')
    await page.getByRole('textbox', { name: 'Wie lautet die neue Adresse?' }).fill('Lindenallee 12')
    await answer(page, 'Weiter')
    await page.getByRole('textbox', { name: 'Wie viele Personen ziehen ein?' }).fill('2')
    await answer(page, 'Weiter')
    await expect(page.getByText('Ihre Angaben bleiben erhalten')).toBeVisible()
    await answer(page, 'Einzug anmelden')
    await expect(page).toHaveURL(/sign-in/)
    await page.getByRole('button', { name: 'Elif Yıldız' }).click()
    await expect(page.getByText('Ihre Angaben sind schon eingetragen')).toBeVisible()
    await answer(page, 'Weiter zum Formular')
    // Name and address are known, so the first page is complete already.
    await expect(page.getByLabel('Tag der Schlüsselübergabe')).toHaveValue(day)
  })

  test('a journey is read in Greek, and goes on by its link', async ({ page, browser }) => {
    await page.goto('/el/guided-help/moving')
    await answer(page, 'Έρχομαι στο Lindaubrück')
    await expect(page.getByRole('heading', { level: 1, name: 'Πότε παίρνετε τα κλειδιά;' })).toBeVisible()
    const elsewhere = await (await browser.newContext()).newPage()
    await elsewhere.goto(page.url().replace('/el/', '/en/'))
    await expect(elsewhere.getByRole('heading', { level: 1, name: 'When do you get the keys?' })).toBeVisible()
    await elsewhere.context().close()
  })
})

test.describe('on a telephone', () => {
  test.use(phone)

  test('what people walk through is accessible: list, question, mistake, end', async ({ page }) => {
    await page.goto('/el/guided-help')
    await expectAccessible(page)
    await page.goto('/de/guided-help/outage')
    await expectAccessible(page)
    await answer(page, 'Internet oder Telefon')
    await answer(page, 'Nein, keines')
    await expectAccessible(page)
    await answer(page, 'LOS leuchtet rot')
    await answer(page, 'Nein, es liegt gerade')
    await page.getByRole('button', { name: 'Weiter' }).click()
    await expect(page.locator('.error-summary')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('textbox', { name: 'Seit wie vielen Stunden geht es nicht?' }).fill('1')
    await page.getByRole('button', { name: 'Weiter' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Wir übernehmen' })).toBeVisible()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page)
  })
})

test('an editor writes, mends and publishes guided help by keyboard', async ({ page }) => {
  const { keyboard } = page
  const title = `Ausweis verloren ${Date.now().toString(36)}`
  const type = async (label: string, text: string) => {
    await page.getByLabel(label, { exact: true }).first().focus()
    await keyboard.type(text)
  }
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name: 'Renate Seidl' }).press('Enter')
  await expect(page.locator('summary', { hasText: 'Renate Seidl' })).toBeVisible()
  await page.goto('/de/admin/flows')
  await expectAccessible(page)
  await type('Titel', title)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

  await type('Frage oder Aussage', 'Haben Sie den Ausweis sperren lassen?')
  await page.getByRole('button', { name: 'Schritt hinzufügen' }).press('Enter')
  await page.locator('input[name="edit.step.options.0.label.de"]').focus()
  await keyboard.type('Ja')
  await page.locator('input[name="edit.step.options.1.label.de"]').focus()
  await keyboard.type('Nein')
  await page.getByRole('button', { name: 'Speichern und zum Aufbau' }).press('Enter')
  await expect(page.getByText('2 Dinge sind vor dem Veröffentlichen zu klären')).toBeVisible()
  await expectAccessible(page)

  for (const [end, by] of [
    ['Kommen Sie für einen neuen vorbei', 'Ja'],
    ['Rufen Sie 089 99998-200 an', 'Nein'],
  ] as const) {
    await page.getByRole('link', { name: new RegExp(`fehlt noch.*${by}`) }).press('Enter')
    await type('Frage oder Aussage', end)
    await page.getByLabel('Art', { exact: true }).selectOption('end')
    await page.getByRole('button', { name: 'Schritt hinzufügen' }).press('Enter')
    await page.getByRole('button', { name: 'Speichern und zum Aufbau' }).press('Enter')
  }
  await expect(page.getByText('Bereit zum Veröffentlichen')).toBeVisible()
  // The picture says the same, and leads to the same places.
  await expect(page.locator('svg .graph-box')).toHaveCount(3)
  await page.getByRole('button', { name: 'Veröffentlichen' }).press('Enter')
  await expect(page.getByText('Version 1 ist veröffentlicht.')).toBeVisible()

  for (const part of ['tests', 'preview', 'properties', 'versions']) {
    await page.goto(`/de/admin/flows/outage/${part}`)
    await expectAccessible(page)
  }
  await page.goto('/de/admin/flows/outage')
  await expect(page.getByText('Unter jedem Schritt')).toBeVisible()
  await expectAccessible(page)
  // Through the picture by keyboard: from box to box, a branch folded, and on to the place in the outline.
  const boxes = page.locator('.graph.awake .graph-box')
  const all = await boxes.count()
  await page.locator('.graph.awake').focus()
  await keyboard.press('ArrowDown')
  await expect(page.locator('[data-node=what]')).toBeFocused()
  await keyboard.press('ArrowDown')
  const second = page.locator('.graph-box:focus')
  await expect(second).not.toHaveAttribute('data-node', 'what')
  const href = (await second.getAttribute('href')) as string
  await keyboard.press('Enter')
  await expect(page.locator(href)).toBeFocused()
  await page.locator('[data-fold=what]').focus()
  await keyboard.press('Enter')
  await expect(boxes).toHaveCount(1)
  await keyboard.press(' ')
  await expect(boxes).toHaveCount(all)
  await page.getByRole('button', { name: 'Alles zeigen' }).press('Enter')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/el/admin/flows/outage/steps/long-outage')
  await expectAccessible(page)
  await page.goto('/de/guided-help')
  await expect(page.getByText(title)).toBeVisible()
})
