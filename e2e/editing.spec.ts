import type { Page } from '@playwright/test'
import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

const PICTURE = 'demo/pictures/digital-meter.webp'

async function signIn(page: Page, name: string) {
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Begins an article and leads to its editor. */
async function begin(page: Page, title: string) {
  await page.goto('/de/admin/articles/new')
  await page.getByLabel('Titel').fill(title)
  await page.getByRole('radio', { name: 'Häufige Frage' }).check()
  await page.getByLabel('Kategorie').selectOption({ label: 'Trinkwasser' })
  await page.getByRole('button', { name: 'Anlegen und schreiben' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('an editor writes an article with a picture, a reviewer publishes it, a visitor finds it', async ({
  page,
  browser,
}) => {
  const title = `Wasserfilter entkalken ${Date.now() % 100_000}`
  await signIn(page, 'Nils Brandt')
  await begin(page, title)
  await page.getByLabel('Zusammenfassung').fill('Einmal im Monat, mit Zitronensäure, ohne Werkzeug.')
  const text = page.locator('.cm-content')
  await text.click()
  await page.keyboard.type('## So geht es\n\nDen ')
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type('Perlator')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(' abschrauben. Zur Härte: ')
  await page.getByRole('button', { name: 'Link zu einem Artikel' }).click()
  await page.getByLabel('Titel des Artikels').fill('hart')
  await page.getByRole('button', { name: 'Wie hart ist das Wasser in Lindaubrück?' }).click()
  await expect(text).toContainText('(article:')

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Bild', exact: true }).click()
  await (await chooser).setFiles(PICTURE)
  await page.getByLabel('Was ist zu sehen?').last().fill('Ein Zähler von vorn')
  await page.getByRole('button', { name: 'Einfügen', exact: true }).click()
  await expect(text).toContainText('![Ein Zähler von vorn](picture:')
  await expect(page.getByText(/Als Ihr Entwurf gesichert um/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Vorschau' }).first().click()
  await expect(page.locator('.editor-preview strong')).toHaveText('Perlator')
  await page.getByRole('button', { name: 'Speichern und einreichen' }).click()
  await expect(page.getByText('Eingereicht.')).toBeVisible()

  const reviewer = await (await browser.newContext()).newPage()
  await signIn(reviewer, 'Claudia Wagner')
  await reviewer.setViewportSize(phone.viewport)
  await reviewer.goto('/de/admin/review')
  await expectAccessible(reviewer)
  await reviewer.getByRole('link', { name: title }).click()
  await expect(reviewer.locator('.cm-content')).toBeVisible()
  await expectAccessible(reviewer)
  await reviewer.getByRole('button', { name: 'Speichern und veröffentlichen' }).click()
  await expect(reviewer.getByText('Veröffentlicht und ab sofort zu finden.')).toBeVisible()

  const visitor = await (await browser.newContext()).newPage()
  await expect(async () => {
    await visitor.goto(`/de/search?q=${encodeURIComponent('wasserfilter entkalken')}`)
    await expect(visitor.getByRole('link', { name: title }).first()).toBeVisible({ timeout: 1000 })
  }).toPass()
  await visitor.getByRole('link', { name: title }).first().click()
  await expect(visitor.getByRole('img', { name: 'Ein Zähler von vorn' })).toBeVisible()
  await expect(visitor.getByRole('link', { name: 'Wie hart ist das Wasser in Lindaubrück?' }).first()).toHaveAttribute(
    'href',
    /^\/de\/articles\//,
  )
})

test.describe('on a telephone without script', () => {
  test.use({ ...phone, ...withoutScript })

  test('an article is written with picture and preview, and two who write at once see both texts', async ({
    page,
    browser,
  }) => {
    const title = `Wasserhahn tropft ${Date.now() % 100_000}`
    await signIn(page, 'Nils Brandt')
    await begin(page, title)
    const address = page.url()
    await page.getByRole('textbox', { name: 'Text' }).fill('Dichtung **wechseln**.')
    await page.locator('summary', { hasText: 'Bild einfügen' }).click()
    await page.getByLabel('Bild', { exact: false }).and(page.locator('[type=file]')).setInputFiles(PICTURE)
    await page.getByRole('button', { name: 'Am Ende des Textes einfügen' }).click()
    await expect(page.getByText('Sagen Sie in wenigen Worten, was zu sehen ist.').first()).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue('Dichtung **wechseln**.')
    await page.locator('[type=file]').setInputFiles(PICTURE)
    await page.getByLabel('Was ist zu sehen?').fill('Ein Zähler')
    await page.getByRole('button', { name: 'Am Ende des Textes einfügen' }).click()
    await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue(/!\[Ein Zähler\]\(picture:/)
    await page.getByRole('button', { name: 'Vorschau' }).click()
    await expect(page.locator('#preview strong')).toHaveText('wechseln')
    await expect(page.locator('#preview img')).toBeVisible()

    const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await signIn(other, 'Claudia Wagner')
    await other.goto(address)
    await expect(other.getByText('Auch hier: Nils Brandt')).toBeVisible()
    await other.getByRole('textbox', { name: 'Text' }).fill('Erst den Haupthahn schließen.')
    await other.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect(other.getByText('Gespeichert.')).toBeVisible()

    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect(page.getByText('Inzwischen wurde Version 2 gespeichert')).toBeVisible()
    await expect(page.locator('.diff').getByText('Erst den Haupthahn schließen.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue(/Dichtung \*\*wechseln\*\*/)
    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect(page.getByText('Gespeichert.')).toBeVisible()
    await page.getByRole('link', { name: 'Verlauf' }).click()
    await expect(page.getByRole('rowheader', { name: '3' })).toBeVisible()
  })
})
