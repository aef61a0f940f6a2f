import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

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
  await page.getByRole('link', { name: /Versionen/ }).click()
  await expect(page.getByText('Frage „Neue Frage“ hinzugefügt').first()).toBeVisible()
  await expectAccessible(page)
})

test.describe('without JavaScript, on a telephone', () => {
  test.use({ ...phone, ...withoutScript })

  test('goes on with a form that was begun, brings questions on, and comes back later', async ({ page }) => {
    await signIn(page, 'lena.okafor@lindaubrueck.example', 'en')
    await page.goto('/en/drafts')
    await page.getByRole('link', { name: 'Laptop for a new colleague' }).click()
    // It was begun for somebody new, whose name is still missing.
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('This is still missing')
    await page.getByLabel('First and last name').fill('Mira Sommer')
    await page.getByRole('button', { name: 'Continue', exact: true }).click()

    await expect(page.getByRole('heading', { level: 1, name: 'The device' })).toBeVisible()
    await page.getByText('Strong (16 inches)').click()
    await page.getByLabel('Monitor', { exact: true }).check()
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(page.getByText('Your answers lead to more questions')).toBeVisible()
    await page.getByLabel('What do you need the power for?').fill('Maps')
    await page.getByLabel('How many monitors?').fill('2')
    await page.getByRole('button', { name: 'Add a row' }).click()
    await expect(page.locator('output')).toHaveText('€2,670.00')
    await page.getByRole('button', { name: 'Save and continue later' }).click()
    await expect(page.getByText('Your answers are saved.')).toBeVisible()
    await page.getByRole('link', { name: 'Laptop for a new colleague' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Finally' })).toBeVisible()
  })
})

test('chooses how to be told of things', async ({ page }) => {
  await signIn(page, 'elif.yildiz@lindaubrueck.example')
  await page.locator('.bell').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Benachrichtigungen' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Einstellen' }).click()
  await page.selectOption('select[name="way.requests.answered"]', 'digest')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await expect(page.locator('select[name="way.requests.answered"]')).toHaveValue('digest')
  await expectAccessible(page)
})
