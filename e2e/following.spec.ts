import type { Page } from '@playwright/test'
import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

async function signIn(page: Page, name: string) {
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name }).click()
  await expect(page.locator('summary', { hasText: name })).toBeVisible()
}

test.describe('on a telephone, without JavaScript', () => {
  test.use({ ...phone, ...withoutScript })

  test('a visitor reports a street lamp by its form, looks it over, and follows it by link', async ({ page }) => {
    await page.goto('/de/contact')
    await page.getByRole('link', { name: 'Straßenlaterne' }).click()
    await page.getByRole('button', { name: /^Weiter/ }).click()
    await page.getByLabel('Sie flackert').check()
    await page.getByLabel('Straße und Hausnummer in der Nähe').fill('Mühlkanal 9')
    await page.getByRole('button', { name: /^Weiter/ }).click()
    await expect(page.getByText('Mühlkanal 9')).toBeVisible()
    await page
      .getByLabel('Möchten Sie noch etwas sagen?')
      .pressSequentially('Seit Sonntag, jede Nacht, immer wieder.', {
        delay: 50,
      })
    await page.getByRole('button', { name: 'Nachricht senden' }).click()
    await expect(page.getByText('Danke, Ihre Nachricht ist angekommen.')).toBeVisible()
    await expect(page.locator('.promise-date')).toContainText('Antwort bis')
    await page.locator('summary', { hasText: 'Ihre Angaben' }).click()
  })

  test('a call is agreed at a chosen time', async ({ page }) => {
    await page.goto('/de/callback')
    await page.getByLabel('Wann?').selectOption({ index: 1 })
    await page.getByLabel('Ihre Telefonnummer').fill('12345')
    await page.getByLabel('Worum geht es?').pressSequentially('Frage zu meinem Abschlag', { delay: 70 })
    await page.getByRole('button', { name: 'Rückruf vereinbaren' }).click()
    await expect(page.locator('.error-summary')).toBeVisible()
    await page.getByLabel('Ihre Telefonnummer').fill('')
    await page.getByLabel('Ihre Telefonnummer').pressSequentially('089 1234567', { delay: 170 })
    await page.getByRole('button', { name: 'Rückruf vereinbaren' }).click()
    await expect(page.locator('.promise-date')).toContainText('Wir rufen Sie an')
  })
})

test('employees share a request, find it, keep a view and rate what is solved', async ({ page }) => {
  await signIn(page, 'Deniz Krause')
  await page.goto('/de/requests')
  await page.getByLabel('In Anliegen suchen').fill('VPN')
  await page.getByRole('button', { name: 'Anzeigen' }).click()
  await page.locator('summary', { hasText: 'Gespeicherte Ansichten' }).click()
  await page.getByLabel('Name der Ansicht').fill('Mein VPN')
  await page.getByRole('button', { name: 'Diese Ansicht speichern' }).click()
  await expect(page.getByText('Die Ansicht ist gespeichert.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'VPN bricht im Zug ständig ab' }).click()
  await page.locator('summary', { hasText: 'Ihre Bewertung' }).click()
  await page.getByText('Sehr zufrieden', { exact: true }).click()
  await page.getByRole('button', { name: 'Bewertung ändern' }).click()
  await expect(page.getByText('Danke für Ihre Bewertung.')).toBeVisible()
  await page.locator('summary', { hasText: 'Mit jemandem teilen' }).click()
  await page.getByLabel('Mit wem?').selectOption({ label: 'Claudia Wagner' })
  await page.getByRole('button', { name: 'Teilen', exact: true }).click()
  await expect(page.getByText('Claudia Wagner kann jetzt mitlesen')).toBeVisible()
  await expectAccessible(page)
})

test('what was shared is found by whom it was shared with', async ({ page }) => {
  await signIn(page, 'Claudia Wagner')
  await page.goto('/de/requests?scope=shared')
  await page.getByRole('link', { name: 'Bildbearbeitung startet nach dem Update nicht mehr' }).click()
  await expect(page.getByText('Es wurde mit Ihnen geteilt.', { exact: false })).toBeVisible()
  await expectAccessible(page)
})

test('kinds of requests are set up in the browser', async ({ page }) => {
  await signIn(page, 'Renate Seidl')
  await page.goto('/de/admin/request-types')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Straßenlaterne' }).click()
  await expectAccessible(page)
  await page.getByLabel('Gelöst (de)').fill('Leuchtet wieder hell')
  await page.getByRole('button', { name: 'Art speichern' }).click()
  await expect(page.getByText('Die Art ist gespeichert.')).toBeVisible()
})
