import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

const INTERN = '/employees/de'
const SERVICE = 'Zusätzliches Programm'

async function signedIn(browser: Browser, name: string, options: BrowserContextOptions = {}) {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto(`${INTERN}/sign-in`)
  await page.getByRole('button', { name }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  return page
}

test('a service of one’s own: fulfilled, changed with its form, and cancelled to a day with a reason', async ({
  browser,
}) => {
  test.slow()
  const employee = await signedIn(browser, 'Nils Brandt', { ...phone, ...withoutScript })
  const manager = await signedIn(browser, 'Claudia Wagner')
  const team = await signedIn(browser, 'Deniz Krause')

  await test.step('what is ordered is nobody’s before it is there', async () => {
    await employee.goto(`${INTERN}/services/software/order`)
    await fillIn(employee, 'Nur lesen')
    await employee.goto(`${INTERN}/my-services`)
    await expect(employee.getByRole('link', { name: SERVICE })).toHaveCount(0)
  })
  await test.step('… and then one of my services, with the answers and its order', async () => {
    await approveAndFulfil(manager, team)
    await openOwn(employee)
    await expect(employee.getByText('Nur lesen')).toBeVisible()
    await expect(employee.getByRole('link', { name: /^Bestellt am/ })).toBeVisible()
  })

  await test.step('a change begins with the answers of today', async () => {
    await employee.getByRole('link', { name: 'Ändern' }).click()
    await fillIn(employee, 'Auch ändern', true)
    await openOwn(employee)
    await expect(employee.getByText('Nur lesen')).toBeVisible()
    await expect(employee.getByRole('link', { name: /^Änderung vom/ })).toBeVisible()
    await expect(employee.getByText('Wird genehmigt')).toBeVisible()
  })
  await test.step('… and holds when it is approved and done', async () => {
    await approveAndFulfil(manager, team)
    await openOwn(employee)
    await expect(employee.getByText('Auch ändern')).toBeVisible()
    await expect(employee.getByText('Nur lesen')).toHaveCount(0)
  })

  const request = await test.step('it is cancelled to a later day, surely, with a reason', () => cancel(employee))
  await test.step('the desk reads which day and why', async () => {
    const desk = await signedIn(browser, 'Tobias Lindner')
    await desk.goto(`${INTERN}/desk/${request}`)
    await expect(desk.getByRole('heading', { name: `Kündigung: ${SERVICE}` })).toBeVisible()
    await expect(desk.getByText('Ich arbeite jetzt mit dem Netzplan auf Papier.').first()).toBeVisible()
  })
  await test.step('it can still be kept', async () => {
    await openOwn(employee)
    await employee.getByRole('button', { name: 'Kündigung zurücknehmen' }).click()
    await expect(employee.getByText('Die Kündigung ist zurückgenommen.')).toBeVisible()
    await expect(employee.getByText('Läuft', { exact: true })).toBeVisible()
  })
})

async function openOwn(employee: Page) {
  await expect(async () => {
    await employee.goto(`${INTERN}/my-services`)
    await expect(employee.getByRole('link', { name: SERVICE })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await employee.getByRole('link', { name: SERVICE }).click()
}

/** Answers the form, and orders it; at a change everything else is answered already. */
async function fillIn(employee: Page, what: 'Nur lesen' | 'Auch ändern', isAnswered = false) {
  await employee.getByRole('button', { name: 'Weiter zum Formular' }).click()
  if (isAnswered) await expect(employee.getByLabel('Wofür?')).toHaveValue('Für die Redaktion')
  else {
    await employee.getByLabel('Netzplan (GIS)').check()
    await employee.getByLabel('Wofür?').fill('Für die Redaktion')
  }
  await employee.getByLabel(what).check()
  await employee.getByRole('button', { name: 'Weiter zum Abschluss' }).click()
  await employee.getByRole('button', { name: 'In den Warenkorb' }).click()
  await employee.getByRole('button', { name: 'Verbindlich bestellen' }).click()
  await expect(employee.getByText(/Danke! Ihre Bestellung hat die Nummer O-\d+-[A-Z]/)).toBeVisible()
}

async function approveAndFulfil(manager: Page, team: Page) {
  await manager.goto(`${INTERN}/approvals`)
  await manager.getByRole('link', { name: SERVICE }).first().click()
  await manager.getByRole('button', { name: 'Genehmigen' }).click()
  await expect(manager.getByText('Genehmigt. Danke für Ihre Entscheidung.')).toBeVisible()
  await team.goto(`${INTERN}/tasks`)
  await team.getByRole('row', { name: SERVICE }).filter({ hasText: 'Nils Brandt' }).getByRole('link').first().click()
  await team.getByRole('button', { name: 'Erledigt', exact: true }).click()
  await expect(team.getByText('Erledigt. Die Person, die bestellt hat, sieht es.')).toBeVisible()
}

/** Gives the reference of the request that deals with it. */
async function cancel(employee: Page): Promise<string> {
  await employee.getByLabel(/^Warum kündigen Sie\?/).fill('Ich arbeite jetzt mit dem Netzplan auf Papier.')
  const earliest = await employee.getByLabel('Letzter Tag').inputValue()
  const last = new Date(Date.parse(earliest) + 7 * 86_400_000).toISOString().slice(0, 10)
  await employee.getByLabel('Letzter Tag').fill(last)
  await employee.getByRole('button', { name: 'Jetzt kündigen' }).click()
  await expect(employee.getByText('Bestätigen Sie, dass Sie kündigen möchten.').first()).toBeVisible()
  await expect(employee.getByLabel('Letzter Tag')).toHaveValue(last)
  await employee.getByLabel('Ja, ich möchte diese Leistung kündigen').check()
  await employee.getByRole('button', { name: 'Jetzt kündigen' }).click()
  await expect(employee.getByText('Gekündigt.', { exact: true })).toBeVisible()
  await expect(employee.getByText(/^Endet am/)).toBeVisible()
  const link = employee.getByRole('link', { name: /^R-\d+-[A-Z]$/ })
  const reference = (await link.textContent()) ?? ''
  await link.click()
  await expect(employee.getByRole('heading', { name: `Kündigung: ${SERVICE}` })).toBeVisible()
  await expect(employee.getByText('Ich arbeite jetzt mit dem Netzplan auf Papier.')).toBeVisible()
  return reference
}

test('visitors see how everything works', async ({ page }) => {
  await page.goto('/el/status')
  await expectAccessible(page)
  await page.goto('/de/services/compare?with=fibre-300&with=fibre-1000')
  await expectAccessible(page)
  await page.goto('/de/services/study-room')
  await expect(page.getByText('Warum kann ich das nicht bestellen?')).toBeVisible()
  await expectAccessible(page)
})
