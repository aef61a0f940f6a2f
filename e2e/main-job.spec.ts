import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

// The main job of the portal from end to end, once by keyboard alone and once without script on a telephone: find the answer, open the
// manual where it was found, read in another language, write because one thing was missing and follow it, then write the missing article.

/** How somebody works the pages. */
interface Hands {
  /** Presses a link or a button. */
  press(page: Page, target: Locator): Promise<void>
  /** Writes into a field, in place of what stands there. */
  write(page: Page, field: Locator, text: string): Promise<void>
  /** Chooses a radio button. */
  choose(page: Page, radio: Locator): Promise<void>
}

const fingers: Hands = {
  press: (_page, target) => target.click(),
  write: async (_page, field, text) => {
    await field.fill('')
    // Nobody writes in less than a moment; forms notice programs by that.
    await field.pressSequentially(text, { delay: 60 })
  },
  choose: (_page, radio) => radio.check(),
}

const keys: Hands = {
  async press(page, target) {
    await reach(page, target)
    await page.keyboard.press('Enter')
  },
  async write(page, field, text) {
    await reach(page, field)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.type(text, { delay: 40 })
  },
  async choose(page, radio) {
    // The keys of a group of radio buttons: one stop for all, arrows within.
    const name = await radio.getAttribute('name')
    await reach(page, page.locator(`input[type=radio][name="${name}"]:focus`))
    for (let n = 0; n < 20 && !(await radio.isChecked()); n++) {
      await page.keyboard.press(n === 0 ? 'Space' : 'ArrowDown')
    }
    await expect(radio).toBeChecked()
  },
}

/** Goes on with the tabulator until the thing has the focus: whatever cannot be reached that way fails here. */
async function reach(page: Page, target: Locator) {
  for (let stops = 0; stops < 150; stops++) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} was not reached with the tabulator on ${page.url()}`)
}

/** A toolbar is one stop; the arrow keys lead on within it. */
async function reachInToolbar(page: Page, button: Locator) {
  await reach(page, page.locator('[role=toolbar] :focus'))
  for (let n = 0; n < 30 && !(await hasFocus(button)); n++) await page.keyboard.press('ArrowRight')
  await expect(button).toBeFocused()
}

async function hasFocus(target: Locator): Promise<boolean> {
  return (await target.count()) > 0 && target.first().evaluate((element) => element.matches(':focus'))
}

const PICTURE = 'demo/pictures/digital-meter.webp'

/** A question with a slip, the passage, the manual at the page where it was found. */
async function find(page: Page, { press, write }: Hands) {
  await page.goto('/de')
  const main = page.locator('main')
  await write(page, main.locator('input[name=q]'), 'wie melde ich meinen zälerstand')
  await press(page, main.locator('form[role=search] button[type=submit], search button[type=submit]').first())
  const best = page.locator('.result.best')
  await expect(best.locator('.passage mark').first()).toBeVisible()
  await press(page, best.getByRole('link', { name: 'Zählerstand ablesen und melden' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Zählerstand ablesen und melden' })).toBeVisible()

  const field = page.locator('input[name=q]').first()
  await write(page, field, 'LZ-300 PIN eingeben')
  await page.keyboard.press('Enter')
  await press(
    page,
    page
      .locator('.result')
      .getByRole('link', { name: /Bedienungsanleitung digitaler Stromzähler/ })
      .first(),
  )
  await expect(page.getByRole('heading', { level: 2, name: /^Seite 6 von/ })).toBeVisible()
  await expect(main).toContainText('PIN-Schutz ausschalten')
  await expect(page.getByRole('link', { name: 'Original auf Seite 6 öffnen' })).toHaveAttribute('href', /\.pdf#page=6$/)
}

/** On in Greek; writes because one thing was missing, and comes back by the link. */
async function writeToSomebody(page: Page, { press, write }: Hands) {
  await page.goto('/de/articles/zaehlerstand-melden')
  const menu = page.getByRole('button', { name: 'Menü' })
  if (await menu.isVisible()) await press(page, menu)
  await press(page, page.locator('summary', { hasText: 'Deutsch' }))
  await press(page, page.getByRole('link', { name: 'Ελληνικά' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Ανάγνωση και δήλωση ένδειξης μετρητή' })).toBeVisible()

  await press(page, page.locator('.reach-place').getByRole('link').first())
  await write(page, page.getByLabel('Περί τίνος πρόκειται;'), 'Μετρητής χωρίς οθόνη')
  await write(page, page.getByLabel('Το μήνυμά σας'), 'Πώς δηλώνω την ένδειξη όταν η οθόνη είναι σκοτεινή;')
  await press(page, page.getByRole('button', { name: 'Αποστολή μηνύματος' }))
  await expect(page.getByText('Ευχαριστούμε, το μήνυμά σας ελήφθη.')).toBeVisible()
  const link = page.url()
  await page.goto('/el')
  await page.goto(link)
  await expect(page.getByText('Πώς δηλώνω την ένδειξη όταν η οθόνη είναι σκοτεινή;')).toBeVisible()
}

async function signIn(page: Page, { press }: Hands, name: string) {
  await page.goto('/de/sign-in')
  await press(page, page.getByRole('button', { name }))
  await expect(page).not.toHaveURL(/sign-in/)
}

/** An editor begins the missing article. */
async function beginArticle(page: Page, hands: Hands, title: string) {
  const { press, write, choose } = hands
  await signIn(page, hands, 'Nils Brandt')
  await page.goto('/de/admin/articles/new')
  await write(page, page.getByLabel('Titel'), title)
  await choose(page, page.getByRole('radio', { name: 'Häufige Frage' }))
  await reachAndSelect(page, page.getByLabel('Kategorie'), 'Trinkwasser')
  await press(page, page.getByRole('button', { name: 'Anlegen und schreiben' }))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** Native lists take typed letters in every browser; setting the value is the same for the page. */
async function reachAndSelect(page: Page, list: Locator, label: string) {
  await reach(page, list)
  await list.selectOption({ label })
}

/** A reviewer publishes it, and a visitor finds it with its picture. */
async function publishAndFind(editor: Page, reviewer: Page, hands: Hands, title: string) {
  await hands.press(editor, editor.getByRole('button', { name: 'Speichern und einreichen' }))
  await expect(editor.getByText('Eingereicht.')).toBeVisible()
  await signIn(reviewer, hands, 'Claudia Wagner')
  await reviewer.goto('/de/admin/review')
  await hands.press(reviewer, reviewer.getByRole('link', { name: title }))
  await hands.press(reviewer, reviewer.getByRole('button', { name: 'Speichern und veröffentlichen' }))
  await expect(reviewer.getByText('Veröffentlicht und ab sofort zu finden.')).toBeVisible()

  await expect(async () => {
    await editor.goto(`/de/search?q=${encodeURIComponent(title)}`)
    await expect(editor.locator('.result').getByRole('link', { name: title }).first()).toBeVisible({ timeout: 1000 })
  }).toPass()
  await hands.press(editor, editor.locator('.result').getByRole('link', { name: title }).first())
  await expect(editor.getByRole('img', { name: 'Ein Zähler von vorn' })).toBeVisible()
}

test('the main job by keyboard only', async ({ page, browser }) => {
  const title = `Anzeige des Zählers dunkel ${Date.now() % 100_000}`
  await find(page, keys)
  await writeToSomebody(page, keys)
  await expectAccessible(page)

  await beginArticle(page, keys, title)
  const text = page.locator('.cm-content')
  await expect(text).toBeVisible()
  await reach(page, text)
  await page.keyboard.type('Leuchten Sie kurz auf die Schnittstelle, dann zeigt er den Stand.')
  const chooser = page.waitForEvent('filechooser')
  await reachInToolbar(page, page.getByRole('button', { name: 'Bild', exact: true }))
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(PICTURE)
  await keys.write(page, page.getByLabel('Was ist zu sehen?').last(), 'Ein Zähler von vorn')
  await keys.press(page, page.getByRole('button', { name: 'Einfügen', exact: true }))
  await expect(text).toContainText('![Ein Zähler von vorn](picture:')
  await publishAndFind(page, await (await browser.newContext()).newPage(), keys, title)
})

test.describe('on a telephone, without JavaScript', () => {
  test.use({ ...phone, ...withoutScript })

  test('the main job without script', async ({ page, browser }) => {
    const title = `Zähler ohne Anzeige ${Date.now() % 100_000}`
    await find(page, fingers)
    await writeToSomebody(page, fingers)

    await beginArticle(page, fingers, title)
    await fingers.write(page, page.getByRole('textbox', { name: 'Text' }), 'Leuchten Sie auf die Schnittstelle.')
    await page.locator('summary', { hasText: 'Bild einfügen' }).click()
    await page.locator('[type=file]').setInputFiles(PICTURE)
    await page.getByLabel('Was ist zu sehen?').fill('Ein Zähler von vorn')
    await page.getByRole('button', { name: 'Am Ende des Textes einfügen' }).click()
    await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue(/!\[Ein Zähler von vorn\]\(picture:/)
    const reviewer = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await publishAndFind(page, reviewer, fingers, title)
  })
})
