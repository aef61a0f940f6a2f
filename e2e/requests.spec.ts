import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

async function signIn(page: Page, name: string) {
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name }).click()
  await expect(page.locator('summary', { hasText: name })).toBeVisible()
}

/** Somebody else, with a browser of their own. */
async function another(browser: Browser, name: string) {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, name)
  return page
}

/** Nobody writes a message in less than a moment; the form notices programs by that. */
const takeTheTimeToType = (page: Page, label: string, text: string) =>
  page.getByLabel(label).pressSequentially(text, { delay: 60 })

test('a visitor writes, an agent answers by keyboard, the visitor replies by the link', async ({ page, browser }) => {
  await page.goto('/de/contact?question=laterne+am+steg+dunkel')
  await expect(page.getByText('Ihre Frage „laterne am steg dunkel“ schicken wir mit.')).toBeVisible()
  // What only programs fill in, people never see.
  await expect(page.locator('input[name="website"]')).not.toBeInViewport()
  await expectAccessible(page)
  await page.getByLabel('Worum geht es?').fill('')
  await takeTheTimeToType(page, 'Worum geht es?', 'Straßenlaterne ist dunkel')
  await expect(page.getByText('Hilft Ihnen das schon weiter?')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Ihre Nachricht').fill('Vor dem Haus Mühlkanal 9 ist es dunkel.')
  await page
    .getByLabel('Dateien')
    .setInputFiles({ name: 'ort.txt', mimeType: 'text/plain', buffer: Buffer.from('Mühlkanal 9') })
  await page.getByRole('button', { name: 'Nachricht senden' }).click()

  await expect(page.getByText('Danke, Ihre Nachricht ist angekommen.')).toBeVisible()
  await expect(page.getByRole('link', { name: /ort\.txt/ })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  const reference = (await page.locator('dl.facts dd').first().textContent()) ?? ''
  expect(reference).toMatch(/^R-\d+-[A-Z]$/)

  const desk = await another(browser, 'Tobias Lindner')
  await desk.goto('/de/desk')
  await expectAccessible(desk)
  await desk.locator('theke-island[name="desk"][data-awake]').waitFor({ state: 'attached' })
  await desk.keyboard.press('j')
  await expect(desk.locator('[data-queue-row] a').first()).toBeFocused()
  await desk.goto(`/de/desk/${reference}`)
  await expect(desk.getByText('laterne am steg dunkel')).toBeVisible()
  await expectAccessible(desk)
  await desk.locator('theke-island[name="desk"][data-awake]').waitFor({ state: 'attached' })
  await desk.keyboard.press('n')
  await desk.keyboard.type('Interne Sache: Leuchte 117')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByText('Notiz gespeichert.')).toBeVisible()
  await desk.locator('theke-island[name="desk"][data-awake]').waitFor({ state: 'attached' })
  await desk.keyboard.press('r')
  await desk.keyboard.type('Danke! Wir kommen morgen vorbei.')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByText('Antwort gesendet.')).toBeVisible()
  await desk.context().close()

  await page.reload()
  await expect(page.getByText('Danke! Wir kommen morgen vorbei.')).toBeVisible()
  await expect(page.getByText('Leuchte 117')).toHaveCount(0)
  await page.getByLabel('Ihre Antwort').fill('Wunderbar.')
  await page.getByRole('button', { name: 'Senden' }).click()
  await expect(page.getByText('Ihre Nachricht ist angekommen.').first()).toBeVisible()
})

test.describe('on a telephone, without JavaScript', () => {
  test.use({ ...phone, ...withoutScript })

  test('a message is written, mended, sent, followed and withdrawn', async ({ page }) => {
    await page.goto('/el/contact')
    await takeTheTimeToType(page, 'Περί τίνος πρόκειται;', 'Κάρτα βιβλιοθήκης, δεν διαβάζεται')
    await page.getByRole('button', { name: 'Αποστολή μηνύματος' }).click()
    await expect(page.getByLabel('Περί τίνος πρόκειται;')).toHaveValue('Κάρτα βιβλιοθήκης, δεν διαβάζεται')
    await expect(page.locator('.error-summary')).toBeVisible()
    await takeTheTimeToType(page, 'Το μήνυμά σας', 'Μπορώ να πάρω καινούργια κάρτα;')
    await page.getByRole('button', { name: 'Αποστολή μηνύματος' }).click()
    await expect(page.getByText('Ευχαριστούμε, το μήνυμά σας ελήφθη.')).toBeVisible()
    await page.locator('summary', { hasText: 'Ανάκληση αιτήματος' }).click()
    await page.getByRole('button', { name: 'Ανάκληση τώρα' }).click()
    await expect(page.getByText('Το αίτημά σας ανακλήθηκε.')).toBeVisible()
  })
})

test('one’s own requests, dark, on a telephone', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name: 'Elif Yıldız' }).click()
  await page.goto('/de/requests')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Straßenlaterne am Färbersteg ist dunkel' }).click()
  await expect(page.getByText('Es ist die Leuchte 114', { exact: false }).first()).toBeVisible()
  await expectAccessible(page)
})

test('the administration of the installation is accessible', async ({ page }) => {
  await signIn(page, 'Renate Seidl')
  for (const path of ['hours', 'mails', 'settings', 'settings/pages/imprint/de', 'going-live', 'operation']) {
    await page.goto(`/de/admin/${path}`)
    await expectAccessible(page)
  }
  await page.goto('/el/admin/hours')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
})
