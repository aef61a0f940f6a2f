import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

const QUESTION = 'wie melde ich meinen zälerstand'

test('a question with a slip leads to the passage, the article, and its Greek translation', async ({ page }) => {
  await page.goto('/de')
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill(QUESTION)
  await page.getByRole('button', { name: 'Antwort finden' }).click()

  await expect(page.getByRole('heading', { name: 'Antwort', exact: true })).toBeVisible()
  const best = page.locator('.result.best')
  await expect(best.locator('.passage mark').first()).toBeVisible()
  await best.getByRole('link', { name: 'Zählerstand ablesen und melden' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Zählerstand ablesen und melden' })).toBeVisible()
  await expect(page.getByText('Zuletzt geprüft')).toBeVisible()
  await page.locator('summary', { hasText: 'Deutsch' }).click()
  await page.getByRole('link', { name: 'Ελληνικά' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ανάγνωση και δήλωση ένδειξης μετρητή' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'el')
})

test('by keyboard only: suggestions while typing, then through the results', async ({ page }) => {
  await page.goto('/de/help')
  await page.locator('theke-island[data-awake]').first().waitFor({ state: 'attached' })
  await page.keyboard.press('/')
  const field = page.getByRole('combobox')
  await expect(field).toBeFocused()
  await page.keyboard.type('zählerst')
  await expect(page.getByRole('listbox')).toBeVisible()
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()

  await page.keyboard.type('and melden')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/de\/search\?q=/)
  await page.locator('theke-island[name="search-keys"][data-awake]').waitFor({ state: 'attached' })
  await page.locator('body').press('j')
  await expect(page.locator('[data-result] h3 a').first()).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Zählerstand ablesen und melden' })).toBeVisible()
})

test('an option chosen with the keys opens what it names', async ({ page }) => {
  await page.goto('/en')
  await page.locator('theke-island[name="search-suggest"][data-awake]').waitFor({ state: 'attached' })
  await page.getByRole('combobox').pressSequentially('meter read')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/(articles|search)/)
  await expect(page.getByRole('listbox')).toBeHidden()
})

test('filters narrow and widen again', async ({ page }) => {
  await page.goto('/de/search?q=internet')
  const filters = page.getByRole('navigation', { name: 'Eingrenzen' })
  await filters.getByRole('link', { name: /Bekannter Fehler/ }).click()
  await expect(page).toHaveURL(/kind=known-error/)
  for (const kind of await page.locator('.result .meta .tag:last-of-type').allTextContents())
    expect(['Bekannter Fehler']).toContain(kind.trim())
  await filters.getByRole('link', { name: /Bekannter Fehler/ }).click()
  await expect(page).not.toHaveURL(/kind=/)
})

test.describe('without JavaScript, on a phone', () => {
  test.use({ ...phone, ...withoutScript })

  test('ask, read, say that it did not help, and hand an unanswered question to a person', async ({ page }) => {
    await page.goto('/de')
    await page.getByRole('searchbox').fill(QUESTION)
    await page.getByRole('button', { name: 'Suchen' }).click()
    await page.locator('.result.best h3 a').click()
    await page.locator('summary', { hasText: 'Nein' }).click()
    await page.getByLabel('Es ist schwer zu verstehen').check()
    await page.getByLabel('Was sollen wir verbessern?').fill('Welche Zahl auf dem digitalen Zähler ist gemeint?')
    await page.getByRole('button', { name: 'Absenden' }).click()
    await expect(page.getByText('Danke. Ihre Rückmeldung')).toBeVisible()

    await page.goto('/de/search?q=Vulkanausbruch')
    await expect(page.getByText(/nicht sicher|nichts gefunden/)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Mit dieser Frage schreiben' })).toHaveAttribute(
      'href',
      '/de/contact?question=Vulkanausbruch',
    )
  })
})

test('an editor sees what was asked in vain, adds a synonym, and the question is answered', async ({ page }) => {
  // A word that nobody has asked for yet; letters only, because long numbers are not kept.
  const word = `Quassel${[...String(Date.now())].map((digit) => 'bdfglmnrst'[Number(digit)]).join('')}`
  await page.goto(`/de/search?q=${word}`)
  await expect(page.getByText(/nicht sicher|nichts gefunden/)).toBeVisible()

  await page.goto('/de/sign-in?next=/de/admin/missing')
  await page.getByLabel('E-Mail-Adresse').first().fill('nils.brandt@lindaubrueck.example')
  await page.getByLabel('Passwort', { exact: true }).fill('theke-zum-ausprobieren')
  await page.getByRole('button', { name: 'Anmelden' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vergeblich gefragt' })).toBeVisible()
  await expectAccessible(page)
  const row = page.getByRole('row').filter({ hasText: word.toLowerCase() })
  await row.getByRole('link', { name: 'Synonym anlegen' }).click()

  const words = page.getByRole('textbox', { name: 'Wörter' })
  await expect(words).toHaveValue(word.toLowerCase())
  await words.fill(`${word}, Router`)
  await page.getByRole('button', { name: 'Speichern' }).click()
  await expect(page.getByText('Gespeichert. Die Suche kennt die Wörter jetzt.')).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/de/search?q=${word}`)
  await expect(page.locator('.result').first()).toContainText(/Router|FibreBox/)
  await page.getByRole('link', { name: 'Warum steht das hier?' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Warum steht das hier?' })).toBeVisible()
  await expectAccessible(page)
})

const READING = [
  '/',
  '/help',
  '/help/category/meters',
  '/help/all?kind=known-error',
  '/news',
  '/search',
  '/search?q=internet',
  '/search?q=Vulkanausbruch',
  '/search?q=St%C3%B6rung&c=product!%3Dstrom',
  '/articles/zaehlerstand-melden',
]
for (const [lang, colorScheme, width] of [
  ['de', 'light', 390],
  ['de', 'dark', 1280],
  ['el', 'light', 1280],
  ['el', 'dark', 390],
] as const)
  test(`pages of readers are accessible: ${lang}, ${colorScheme}, ${width} px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    for (const path of READING) {
      await page.goto(`/${lang}${path === '/' ? '' : path}`)
      await expectAccessible(page)
    }
  })
