import { expect, expectAccessible, test, withoutScript } from './journey.ts'

const INTERN = '/employees/de'

async function signIn(page: import('@playwright/test').Page, base: string, name: string) {
  await page.goto(`${base}/sign-in`)
  await page.getByRole('button', { name }).click()
  await expect(page.locator('summary', { hasText: name })).toBeVisible()
}

test('a service is built, seen as somebody else, ordered for a colleague, and out of reach for customers', async ({
  page,
  browser,
}) => {
  test.slow()
  await signIn(page, INTERN, 'Renate Seidl')
  await page.goto(`${INTERN}/admin/services`)
  await expectAccessible(page)
  await page.getByLabel('Neue Leistung').fill('Konferenzkamera Zirkon')
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await expect(page.getByText('Angelegt.')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('In einem Satz').first().fill('Für Besprechungen mit Menschen, die nicht im Raum sind.')
  await page.getByLabel('Wer bestellen darf').selectOption({ label: 'Beschäftigte' })
  await page.getByLabel('Intern Lindaubrück').check()
  await page.getByLabel('Einmalig').fill('1.249,00')
  await page.getByLabel('Fertig in Arbeitstagen').fill('5')
  await page.getByLabel('Höchstens auf einmal').fill('3')
  await page.getByRole('button', { name: 'Als neue Version speichern' }).click()
  await expect(page.getByText('Als neue Version gespeichert.')).toBeVisible()

  await page.getByRole('link', { name: 'Genehmigung' }).click()
  await page.getByRole('button', { name: 'Genehmigung verlangen' }).click()
  await page.getByRole('button', { name: 'Danach noch jemanden fragen' }).click()
  await page.getByLabel('Wer wird gefragt?').nth(1).selectOption({ label: 'Jonas Reitmeier' })
  await page.getByRole('button', { name: 'Genehmigung speichern' }).click()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Vorschau' }).click()
  await page.getByLabel('Sehen als').selectOption({ label: 'Elif Yıldız' })
  await page.getByRole('button', { name: 'Zeigen' }).click()
  await expect(page.getByText('Elif Yıldız findet diese Leistung nicht.')).toBeVisible()
  await page.getByLabel('Sehen als').selectOption({ label: 'Lena Okafor' })
  await page.getByRole('button', { name: 'Zeigen' }).click()
  await expect(page.getByText('Lena Okafor sieht die Leistung und kann sie bestellen.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Bearbeiten' }).click()
  await page.getByRole('button', { name: 'Neueste Version veröffentlichen' }).click()
  await expect(page.getByText('Veröffentlicht.', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Versionen' }).click()
  await expectAccessible(page)

  const employee = await (await browser.newContext()).newPage()
  await signIn(employee, INTERN, 'Lena Okafor')
  await employee.goto(`${INTERN}/services`)
  await expectAccessible(employee)
  await expect(async () => {
    await employee.goto(`${INTERN}/services?q=kamera+zirkon`)
    await expect(employee.getByRole('link', { name: 'Konferenzkamera Zirkon' })).toBeVisible({ timeout: 1000 })
  }).toPass()
  await employee.getByRole('link', { name: 'Konferenzkamera Zirkon' }).click()
  await expect(employee.getByText('1.249,00')).toBeVisible()
  await expectAccessible(employee)
  await employee.getByRole('link', { name: 'Bestellen' }).click()
  await employee.getByLabel('Menge').fill('2')
  await employee.getByRole('button', { name: 'In den Warenkorb' }).click()
  await employee.goto(`${INTERN}/services/office-chair/order`)
  await employee.getByRole('button', { name: 'In den Warenkorb' }).click()
  await employee.getByLabel('Für wen ist die Bestellung?').selectOption({ label: 'Deniz Krause' })
  await employee.getByRole('button', { name: 'Übernehmen' }).click()
  await expect(employee.getByText('Für Deniz Krause.')).toBeVisible()
  await expectAccessible(employee)
  await employee.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(employee)
  await employee.getByRole('button', { name: 'Verbindlich bestellen' }).click()
  await expect(employee.getByText(/Danke! Ihre Bestellung hat die Nummer O-\d+-[A-Z]/)).toBeVisible()
  await expect(employee.getByText('Wird genehmigt').first()).toBeVisible()
  await expectAccessible(employee)
  await employee.goto(`${INTERN}/orders`)
  await expectAccessible(employee)

  // Somebody who may not have it finds no trace of it, whichever way they try.
  const customer = await (await browser.newContext()).newPage()
  await signIn(customer, '/de', 'Elif Yıldız')
  for (const path of ['/de/services/konferenzkamera-zirkon', `/de/services/konferenzkamera-zirkon/order`])
    expect((await customer.goto(path))?.status()).toBe(404)
  for (const path of ['/de/services?q=zirkon', '/de/search?q=konferenzkamera+zirkon', '/de/status'])
    await customer
      .goto(path)
      .then(async () => expect(await customer.locator('main').textContent()).not.toContain('Konferenzkamera'))
  const answer = await customer.request.get('/api/v1/services/konferenzkamera-zirkon')
  expect(answer.status()).toBe(404)
})

test.describe('without JavaScript', () => {
  test.use(withoutScript)

  test('a customer orders, follows the order, and cancels a service', async ({ page }) => {
    await signIn(page, '/de', 'Sofia Papadaki')
    await page.goto('/de/services')
    await page.getByRole('link', { name: 'Sperrmüll abholen' }).click()
    await page.getByRole('link', { name: 'Bestellen' }).click()
    await page.getByRole('button', { name: 'In den Warenkorb' }).click()
    await page.getByRole('button', { name: 'Verbindlich bestellen' }).click()
    await expect(page.getByText(/Danke! Ihre Bestellung/)).toBeVisible()
    await page.goto('/de/my-services')
    await page.getByRole('link', { name: 'Büchereiausweis' }).click()
    await page.getByRole('button', { name: 'Jetzt kündigen' }).click()
    await expect(page.getByText('Bestätigen Sie, dass Sie kündigen möchten.').first()).toBeVisible()
    await page.getByLabel('Ja, ich möchte diese Leistung kündigen').check()
    await page.getByRole('button', { name: 'Jetzt kündigen' }).click()
    await expect(page.getByText('Gekündigt.')).toBeVisible()
  })
})

test('visitors see how everything works', async ({ page }) => {
  await page.goto('/el/status')
  await expectAccessible(page)
  await page.goto('/de/services/compare?with=fibre-300&with=fibre-1000')
  await expectAccessible(page)
  await page.goto('/de/services/study-room')
  await expect(page.getByText('Warum kann ich das nicht bestellen?')).toBeVisible()
  await expectAccessible(page)
})
