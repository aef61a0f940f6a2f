import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, phone, test } from './journey.ts'

// Two people at the desk: what one does, seen by the other at once; and its pages on a telephone.

async function signIn(page: Page, name: string) {
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Somebody else, with a browser of their own. */
async function another(browser: Browser, name: string) {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, name)
  return page
}

/** Somebody calls; the desk writes it down. Gives the reference. */
async function called(page: Page, subject: string, message: string, type = 'question'): Promise<string> {
  const data = { subject, message, type, name: 'Rosa Quitte', email: 'rosa.quitte@example.org', lang: 'de' }
  const answer = await page.request.post('/api/v1/desk/requests', { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return ((await answer.json()) as { reference: string }).reference
}

const awake = (page: Page) => page.locator('theke-island[name="desk"][data-awake]').waitFor({ state: 'attached' })

test('two at one request see each other, and what the other does', async ({ page, browser }) => {
  await signIn(page, 'Tobias Lindner')
  const reference = await called(page, 'Zwei an einer Sache', 'Wer kümmert sich?')
  const andreas = await another(browser, 'Andreas Konstantinou')
  await andreas.goto(`/de/desk/${reference}`)
  await awake(andreas)
  await page.goto(`/de/desk/${reference}`)
  await awake(page)
  await expect(andreas.locator('[data-presence]')).toHaveText(/Tobias Lindner/)
  await page.keyboard.press('r')
  await page.keyboard.type('Ich schreibe gerade')
  await expect(andreas.locator('[data-presence]')).toHaveText(/Tobias Lindner schreibt/)
  await andreas.keyboard.press('t')
  await expect(andreas.locator('.desk-facts')).toContainText('Andreas Konstantinou')
  // At the other one without a reload, and the text that is being written stays.
  await expect(page.locator('.desk-facts')).toContainText('Andreas Konstantinou')
  await expect(page.locator('#f-message')).toHaveValue('Ich schreibe gerade')
  await andreas.keyboard.press('r')
  await andreas.keyboard.type('Schon erledigt.')
  await andreas.keyboard.press('Control+Enter')
  await expect(andreas.getByText('Antwort gesendet.')).toBeVisible()
  await expect(page.locator('[data-part="case"]')).toContainText('Schon erledigt.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Inzwischen hat/)).toBeVisible()
  await andreas.context().close()
})

test.describe('on a telephone', () => {
  test.use(phone)

  test('the pages of the desk are accessible', async ({ page }) => {
    await signIn(page, 'Tobias Lindner')
    for (const path of [
      '/de/desk?queue=to-do&priority=2',
      '/el/desk/phrases',
      '/de/desk/people',
      '/en/desk/known-errors',
    ]) {
      await page.goto(path)
      await expectAccessible(page)
    }
    await page.goto('/de/desk/known-errors')
    await page.getByRole('link', { name: 'Brückennetz Oststadt fällt abends aus' }).click()
    await expectAccessible(page)
    const incident = page.url().split('/').at(-1)
    await page.goto(`/de/incidents/${incident}`)
    await expectAccessible(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('/de/desk/phrases')
    await page.locator('summary', { hasText: 'Neue Vorlage' }).click()
    await expectAccessible(page)
  })
})
