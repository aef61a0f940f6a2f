import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

for (const [lang, colorScheme, width] of [
  ['de', 'dark', 390],
  ['el', 'light', 1280],
] as const)
  test(`every component: ${lang}, ${colorScheme}, ${width} px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`/${lang}/styleguide`)
    await expectAccessible(page)
  })

test('at 400 % zoom nothing has to be pushed sideways', async ({ page }) => {
  // 1280 px at 400 % are 320 px (WCAG 2.2, 1.4.10).
  await page.setViewportSize({ width: 320, height: 256 })
  for (const path of ['/de', '/de/help', '/de/sign-in', '/de/contact', '/de/styleguide', '/el/search?q=ρεύμα']) {
    await page.goto(path)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, path).toBeLessThanOrEqual(0)
  }
})

test('by keyboard: past the header, into the search field, out of a menu', async ({ page }) => {
  await page.goto('/de/this-is-not-a-page')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await page.keyboard.press('/')
  await expect(page.locator('main input[type="search"]')).toBeFocused()
  await page.keyboard.type('a/b')
  await expect(page.locator('main input[type="search"]')).toHaveValue(/a\/b$/)

  const menu = page.locator('summary', { hasText: 'Deutsch' })
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Ελληνικά' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Ελληνικά' })).toBeHidden()
  await expect(menu).toBeFocused()
})

test('the choice between light and dark holds at once and on the next page', async ({ page }) => {
  await page.goto('/de/styleguide')
  await page.locator('summary', { hasText: 'Deutsch' }).click()
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/scheme'))
  await page.getByRole('button', { name: 'Dunkel', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
  await kept
  await page.goto('/de/styleguide')
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
})

test('without a connection the portal says so, in the reader’s language', async ({ page, context }) => {
  await page.goto('/el/styleguide')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await context.setOffline(true)
  await page.goto('/el/never-read-before')
  await expect(page.getByRole('heading', { level: 1, name: 'Δεν υπάρχει σύνδεση' })).toBeVisible()
  await context.setOffline(false)
})

test.describe('without JavaScript, on a phone', () => {
  test.use({ ...phone, ...withoutScript })

  test('the menu opens, the language and the appearance change', async ({ page }) => {
    await page.goto('/de/styleguide')
    await page.getByRole('button', { name: 'Menü' }).click()
    await page.locator('summary', { hasText: 'Deutsch' }).click()
    await page.getByRole('button', { name: 'Dunkel', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
    await expect(page).toHaveURL(/\/de\/styleguide$/)

    await page.getByRole('button', { name: 'Menü' }).click()
    await page.locator('summary', { hasText: 'Deutsch' }).click()
    await page.getByRole('link', { name: 'Ελληνικά' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'el')
    await expect(page).toHaveURL(/\/el\/styleguide$/)
  })
})
