import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, test as journey, phone, withoutScript } from '../journey.ts'
import { type Program, startProgram, stopProgram, untilReady } from '../program.ts'

/** A Theke of its own that nobody has set up yet. */
const test = journey.extend<{ fresh: Program }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used
  fresh: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'theke-set-up-'))
    const program = await startProgram({ THEKE_DATA: folder, THEKE_DEMO: '0' })
    await untilReady(program)
    await use(program)
    await stopProgram(program)
    rmSync(folder, { recursive: true, force: true })
  },
  baseURL: async ({ fresh }, use) => use(fresh.url),
})

/** The code that the start has printed. */
async function codeOf({ said }: Program) {
  const pattern = /^ {2}(\w{4}-\w{4}-\w{4})$/m
  await expect.poll(said).toMatch(pattern)
  return pattern.exec(said())?.[1] ?? ''
}

/** Goes there as somebody does who has no mouse. */
async function tabTo(page: Page, wanted: Locator) {
  for (let n = 0; n < 80; n++) {
    if (await wanted.evaluate((element) => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}

const PASSWORD = 'Zwölf blaue Fahrräder'

// Each begins with a first start, database and all.
test.describe.configure({ timeout: 240_000 })

test.describe('on a telephone, by keyboard', () => {
  test.use(phone)

  test('a new installation is set up, and its first article is written and found', async ({ page, fresh }) => {
    const field = (label: string) => page.getByLabel(label, { exact: true })
    const type = async (label: string, text: string) => {
      await tabTo(page, field(label))
      await page.keyboard.type(text)
    }
    const press = async (button: string) => {
      await tabTo(page, page.getByRole('main').getByRole('button', { name: button }))
      await page.keyboard.press('Enter')
    }
    const heading = (name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

    await page.goto('/de/help')
    await heading('Theke einrichten')
    await expectAccessible(page)
    await type('Code', 'AAAA-AAAA-AAAA')
    await press('Einrichten beginnen')
    await expect(page.locator('.error-summary')).toContainText('Dieser Code stimmt nicht')
    await expectAccessible(page)
    await type('Code', (await codeOf(fresh)).toLowerCase())
    await page.keyboard.press('Enter')

    await heading('Ihre Organisation')
    await expectAccessible(page)
    await type('Name der Organisation', 'Stadtwerke Lindaubrück')
    await press('Weiter')

    await heading('Sprachen und Portale')
    await expectAccessible(page)
    await tabTo(page, field('Englisch').first())
    await page.keyboard.press('Space')
    await tabTo(page, field('Nein'))
    await page.keyboard.press('ArrowDown')
    await press('Weiter')

    await heading('Name und Aussehen')
    await expectAccessible(page)
    await tabTo(page, field('Name des Portals (Englisch)'))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Lindaubrück Help')
    await press('Weiter')

    await heading('Wer sich kümmert')
    await expectAccessible(page)
    await type('Name', 'Anna Probe')
    await type('E-Mail-Adresse', 'anna@example.org')
    await type('Passwort', PASSWORD)
    await press('Portal eröffnen')

    await heading('Was noch fehlt')
    await expect(page.getByText('Ihr Portal ist eröffnet.')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Zweiter Faktor')
    await expectAccessible(page)
    await page.goto('/de/set-up')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diese Seite finden wir nicht')

    await page.goto('/de/admin/articles/new')
    await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Neue Kategorie' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel(/^Name/).first())
    await page.keyboard.type('Strom')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main').getByRole('link', { name: 'Strom' })).toBeVisible()

    await page.goto('/de/admin/articles/new')
    await type('Titel', 'Zähler selbst ablesen')
    await page.getByLabel('Kategorie').selectOption({ label: 'Strom' })
    await press('Anlegen und schreiben')
    const text = page.locator('.cm-content')
    await text.waitFor()
    await tabTo(page, text)
    await page.keyboard.type('Der Zähler hängt im Keller. Notieren Sie die schwarzen Ziffern.')
    await press('Speichern und veröffentlichen')
    await expect(page.getByText('veröffentlicht', { exact: false }).first()).toBeVisible()
    await expect(async () => {
      await page.goto('/de/search?q=zehler+ablesen')
      await expect(page.getByRole('link', { name: 'Zähler selbst ablesen' })).toBeVisible({ timeout: 1000 })
    }).toPass()
  })
})

test.describe('without JavaScript, in Greek', () => {
  test.use(withoutScript)

  test('setting up works as well, and of two the second one is told', async ({ page, fresh, browser, baseURL }) => {
    const code = await codeOf(fresh)
    const options = baseURL ? { baseURL } : {}
    const other = await (await browser.newContext({ ...options, javaScriptEnabled: false })).newPage()
    for (const one of [page, other]) {
      await one.goto('/el')
      await one.getByLabel('Κωδικός').fill(code)
      await one.getByRole('button', { name: 'Έναρξη' }).click()
      await one.getByLabel('Όνομα του οργανισμού').fill('ΔΕΥΑ Παραδείγματος')
      for (const _step of ['organisation', 'languages', 'brand'])
        await one.getByRole('button', { name: 'Συνέχεια' }).click()
      await one.getByLabel('Όνομα', { exact: true }).fill('Άννα Παράδειγμα')
      await one.getByLabel('Διεύθυνση e-mail').fill('anna@example.org')
      await one.getByLabel('Κωδικός πρόσβασης').fill(PASSWORD)
    }
    await page.getByRole('button', { name: 'Άνοιγμα της πύλης' }).click()
    await expect(page).toHaveURL(/\/el\/admin\/going-live$/)
    await other.getByRole('button', { name: 'Άνοιγμα της πύλης' }).click()
    await expect(other.getByText('Η πύλη έχει ρυθμιστεί στο μεταξύ')).toBeVisible()
    await other.context().close()
  })
})
