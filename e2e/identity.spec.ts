import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

const PASSWORD = 'theke-zum-ausprobieren'
const person = (key: string) => `${key}@lindaubrueck.example`

test('a passkey is added to the account and signs in without a password', async ({ page }) => {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto('/de/sign-in?next=%2Fde%2Faccount%2Fsecurity')
  await page.getByLabel('E-Mail-Adresse').fill(person('matthias.hofer'))
  await page.getByLabel('Passwort').fill(PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Anmeldung und Sicherheit' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
  await expect(page.getByText('Der Passkey ist hinzugefügt.')).toBeVisible()

  await page.locator('summary', { hasText: 'Matthias Hofer' }).click()
  await page.getByRole('button', { name: 'Abmelden' }).first().click()
  await expect(page.getByText('Sie sind abgemeldet.')).toBeVisible()
  await page.goto('/de/sign-in?next=%2Fde%2Faccount')
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mein Konto' })).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('Matthias Hofer')
})

test.describe('without JavaScript, on a phone, in Greek', () => {
  test.use({ ...withoutScript, ...phone, locale: 'el-GR' })

  test('one signs in with one click of the demonstration and looks after the account', async ({ page }) => {
    await page.goto('/el/sign-in?next=%2Fel%2Faccount')
    await page.getByRole('button', { name: 'Sofia Papadaki' }).click()
    await expect(page.getByLabel('Όνομα')).toHaveValue('Sofia Papadaki')
    await page.goto('/el/account/security')
    await expect(page.getByText('Αυτή η συσκευή')).toBeVisible()
    await page.getByRole('link', { name: 'Ενεργοποίηση δεύτερου παράγοντα' }).click()
    await page.getByLabel('Κωδικός πρόσβασης').fill(PASSWORD)
    await page.getByRole('button', { name: 'Συνέχεια' }).click()
    await expect(page.getByRole('img', { name: /QR/ })).toBeVisible()
  })
})

test('people and access are administered accessibly, in a narrow window too', async ({ page }) => {
  await page.goto('/de/sign-in')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Renate Seidl' }).click()
  await expect(page.getByRole('button', { name: 'Anmelden' })).toHaveCount(0)
  await page.goto('/de/admin/people?q=okafor')
  await page.getByRole('link', { name: 'Lena Okafor' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lena Okafor' })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['audiences/new', 'portals/customers', 'api-keys']) {
    await page.goto(`/de/admin/${path}`)
    await expectAccessible(page)
  }
})
