import { expect, expectAccessible, test } from './journey.ts'

const PASSWORD = 'theke-zum-ausprobieren'

async function signIn(page: import('@playwright/test').Page, email: string, lang = 'de') {
  await page.goto(`/${lang}/sign-in`)
  await page.fill('input[name="email"]', email)
  await page.fill('input[name="password"]', PASSWORD)
  await page.click('button[value="password"]')
  await expect(page.locator('.bell')).toBeAttached()
}

test('builds a form with a condition and a formula, tries it out, publishes it', async ({ page }) => {
  await signIn(page, 'renate.seidl@lindaubrueck.example')
  const key = `bulbs-${Date.now()}`
  await page.goto('/de/admin/forms')
  await expectAccessible(page)
  await page.getByText('Neues Formular').click()
  await page.fill('input[name="title.de"]', 'Leuchtmittel bestellen')
  await page.fill('input[name="key"]', key)
  await page.getByRole('button', { name: 'Formular anlegen' }).click()

  await page.getByRole('button', { name: 'Ja oder Nein' }).click()
  await page.fill('input[name="field.label.de"]', 'Brauchen Sie mehrere?')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.locator('.page-itself').click()
  await page.getByRole('button', { name: 'Zahl', exact: true }).click()
  await page.fill('input[name="field.label.de"]', 'Wie viele?')
  await page.getByText('Wann die Frage erscheint').click()
  await page.selectOption('select[name="field.when.new"]', { label: 'Brauchen Sie mehrere?' })
  await page.getByRole('button', { name: 'Bedingung hinzufügen' }).click()
  await expect(page.locator('select[name="field.when.0.is"]')).toHaveValue('yes')
  await page.locator('.page-itself').click()
  await page.getByRole('button', { name: 'Berechneter Wert' }).click()
  await page.fill('textarea[name="field.expression"]', 'default(number, 1) × 4.5')
  await page.selectOption('select[name="field.show"]', 'money')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await expectAccessible(page)

  // Tried out in the preview: what is answered brings on what depends on it.
  const preview = page.locator('.builder-preview')
  await expect(preview.locator('output')).toHaveText('4,50 €')
  await expect(preview.getByLabel('Wie viele?')).toBeHidden()
  await preview.getByLabel('Ja').check()
  await preview.getByLabel('Wie viele?').fill('3')
  await expect(preview.locator('output')).toHaveText('13,50 €')

  await page.getByRole('button', { name: 'Veröffentlichen' }).click()
  await expect(page.getByText('Veröffentlicht', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: /Fassungen/ }).click()
  await expect(page.getByText('Frage „Neue Frage“ hinzugefügt').first()).toBeVisible()
  await expectAccessible(page)
})
