import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

const INTERN = '/employees/de'
// A word of its own for each run, so that a search finds the service of this one.
const WORD = `lapkoffer${Date.now()
  .toString(36)
  .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`
const SERVICE = `Notebook für Neue (${WORD.slice(-6)})`
const FORM = `Angaben zum Notebook (${WORD.slice(-6)})`

async function signedIn(browser: Browser, base: string, name: string, options: BrowserContextOptions = {}) {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto(`${base}/sign-in`)
  await page.getByRole('button', { name }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  return page
}

test('a notebook for a new colleague: built, found, ordered, approved twice, fulfilled, followed and rated', async ({
  browser,
}) => {
  test.slow()
  const admin = await signedIn(browser, INTERN, 'Renate Seidl')
  await test.step('the administrator builds the form, with a question that depends on another', () => buildForm(admin))
  await test.step('… and the service, with price, approval and tasks', () => buildService(admin))
  const key = await test.step('… and sees it as somebody else', () => previewAndPublish(admin))

  const employee = await signedIn(browser, INTERN, 'Nils Brandt')
  await test.step('the employee finds it by a keyword and fills in its form', () => findAndFillIn(employee))
  const order = await test.step('… and orders it with an access, for a colleague', () => orderForColleague(employee))

  const link = await test.step('the manager gets a mail', () => linkInMail(admin, `Bitte entscheiden: ${SERVICE}`))
  await test.step('… and approves on the phone, without JavaScript, not signed in', () => approveByMail(browser, link))
  await test.step('the owner of the cost centre approves in the portal', () => approveInPortal(browser))
  await test.step('the team does what is to be done', () => fulfil(browser))
  await test.step('the employee sees that it is done, and rates', () => followAndRate(browser, employee, admin, order))
  await test.step('a customer finds no trace of it', () => beOutOfReach(browser, key))
})

async function buildForm(admin: Page) {
  await admin.goto(`${INTERN}/admin/forms`)
  await admin.getByText('Neues Formular').click()
  await admin.fill('input[name="title.de"]', FORM)
  await admin.getByRole('button', { name: 'Formular anlegen' }).click()
  await admin.getByRole('button', { name: 'Ja oder Nein' }).click()
  await admin.fill('input[name="field.label.de"]', 'Braucht die Person einen Monitor?')
  await admin.getByRole('button', { name: 'Speichern' }).click()
  await admin.locator('.page-itself').click()
  await admin.getByRole('button', { name: 'Zahl', exact: true }).click()
  await admin.fill('input[name="field.label.de"]', 'Wie viel Zoll?')
  await admin.getByText('Wann die Frage erscheint').click()
  await admin.selectOption('select[name="field.when.new"]', { label: 'Braucht die Person einen Monitor?' })
  await admin.getByRole('button', { name: 'Bedingung hinzufügen' }).click()
  await admin.getByRole('button', { name: 'Veröffentlichen' }).click()
  await expect(admin.getByText('Veröffentlicht', { exact: true })).toBeVisible()
}

async function buildService(admin: Page) {
  await admin.goto(`${INTERN}/admin/services`)
  await expectAccessible(admin)
  await admin.getByLabel('Neue Leistung').fill(SERVICE)
  await admin.getByRole('button', { name: 'Anlegen' }).click()
  await expect(admin.getByText('Angelegt.')).toBeVisible()
  await expectAccessible(admin)
  await admin.getByLabel('In einem Satz').first().fill('Fertig eingerichtet zum ersten Arbeitstag.')
  await admin.getByLabel('Andere Wörter dafür').first().fill(`${WORD}, klapprechner`)
  await admin.getByLabel('Wer bestellen darf').selectOption({ label: 'Beschäftigte' })
  await admin.getByLabel('Intern Lindaubrück').check()
  await admin.getByLabel('Einmalig').fill('1.249,00')
  await admin.getByLabel('Fertig in Arbeitstagen').fill('5')
  await admin.getByLabel(/^Formular/).selectOption({ label: FORM })
  await admin.getByRole('button', { name: 'Als neue Version speichern' }).click()
  await expect(admin.getByText('Als neue Version gespeichert.')).toBeVisible()

  await admin.getByRole('link', { name: 'Genehmigung' }).click()
  await admin.getByRole('button', { name: 'Genehmigung verlangen' }).click()
  await admin.getByRole('button', { name: 'Danach noch jemanden fragen' }).click()
  await admin.getByLabel('Wer wird gefragt?').nth(1).selectOption({ label: 'Kostenstelle der Person, die bestellt' })
  // Asked only for much money, and only when a question of the form is answered so.
  await admin.getByText('Bedingung', { exact: true }).nth(1).click()
  for (const question of ['Betrag', 'Braucht die Person einen Monitor?']) {
    await admin.getByLabel('Bedingung mit').nth(1).selectOption({ label: question })
    await admin.getByRole('button', { name: 'Bedingung hinzufügen' }).click()
    await expect(admin.getByLabel(question).first()).toBeVisible()
  }
  await admin.getByLabel('Betrag').first().selectOption({ label: 'ist mindestens' })
  await admin.getByLabel('Wert').fill('sehr viel')
  await admin.getByRole('button', { name: 'Genehmigung speichern' }).click()
  await admin.getByRole('link', { name: 'Schritt 2: „Betrag“ lässt sich so nicht vergleichen' }).click()
  await admin.getByLabel('Wert').fill('1000')
  await admin.getByRole('button', { name: 'Genehmigung speichern' }).click()
  await admin.getByLabel('Wenn diese Person bestellt').selectOption('Nils Brandt')
  await admin.getByLabel('Braucht die Person einen Monitor?').last().selectOption('Ja')
  await admin.getByRole('button', { name: 'Anzeigen' }).click()
  await expect(admin.getByRole('list', { name: 'Wer würde gefragt?' })).toContainText('Tobias Lindner')
  await expectAccessible(admin)

  await admin.getByRole('link', { name: 'Erfüllung' }).click()
  await admin.getByRole('button', { name: 'Aufgabe für ein Team' }).click()
  await admin.getByLabel('Titel (Deutsch)').fill(`Notebook einrichten ${WORD.slice(-6)}`)
  await admin.getByLabel('Team', { exact: true }).selectOption('IT-Team')
  await admin.getByRole('button', { name: 'Ablauf speichern' }).click()
}

/** Gives the key of the service. */
async function previewAndPublish(admin: Page): Promise<string> {
  await admin.getByRole('link', { name: 'Vorschau' }).click()
  await admin.getByLabel('Sehen als').selectOption({ label: 'Elif Yıldız' })
  await admin.getByRole('button', { name: 'Zeigen' }).click()
  await expect(admin.getByText('Elif Yıldız findet diese Leistung nicht.')).toBeVisible()
  await admin.getByLabel('Sehen als').selectOption({ label: 'Nils Brandt' })
  await admin.getByRole('button', { name: 'Zeigen' }).click()
  await expect(admin.getByText('Nils Brandt sieht die Leistung und kann sie bestellen.')).toBeVisible()
  await admin.getByRole('link', { name: 'Bearbeiten' }).click()
  await admin.getByRole('button', { name: 'Neueste Version veröffentlichen' }).click()
  await expect(admin.getByText('Veröffentlicht.', { exact: true })).toBeVisible()
  await admin.getByRole('link', { name: 'Versionen' }).click()
  await expectAccessible(admin)
  const address = await admin.getByRole('link', { name: 'Ansehen' }).getAttribute('href')
  return address?.split('/').at(-1) ?? ''
}

async function findAndFillIn(employee: Page) {
  await expect(async () => {
    await employee.goto(`${INTERN}/services?q=${WORD}`)
    await expect(employee.getByRole('link', { name: SERVICE })).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })
  await employee.getByRole('link', { name: SERVICE }).click()
  await expect(employee.getByText('1.249,00').first()).toBeVisible()
  await expectAccessible(employee)
  await employee.getByRole('link', { name: 'Bestellen', exact: true }).click()
  await employee.getByRole('button', { name: 'Weiter zum Formular' }).click()
  await expect(employee.getByLabel('Wie viel Zoll?')).toBeHidden()
  await employee.getByLabel('Ja', { exact: true }).check()
  await employee.getByLabel('Wie viel Zoll?').fill('27')
  await expectAccessible(employee)
  await employee.getByRole('button', { name: 'Weiter zum Abschluss' }).click()
  await expect(employee.getByText('27')).toBeVisible()
  await employee.getByRole('button', { name: 'In den Warenkorb' }).click()
}

/** Gives the address of the order. */
async function orderForColleague(employee: Page): Promise<string> {
  await employee.goto(`${INTERN}/services/vpn/order`)
  await employee.getByRole('button', { name: 'In den Warenkorb' }).click()
  await employee.getByLabel('Für wen ist die Bestellung?').selectOption({ label: 'Lena Okafor' })
  await employee.getByRole('button', { name: 'Übernehmen' }).click()
  await expect(employee.getByText('Für Lena Okafor.')).toBeVisible()
  await expectAccessible(employee)
  await employee.setViewportSize(phone.viewport)
  await expectAccessible(employee)
  await employee.getByRole('button', { name: 'Verbindlich bestellen' }).click()
  await expect(employee.getByText(/Danke! Ihre Bestellung hat die Nummer O-\d+-[A-Z]/)).toBeVisible()
  await expect(employee.getByText('Wartet auf Claudia Wagner')).toBeVisible()
  await expect(employee.getByText('Tobias Lindner')).toBeVisible()
  await expect(employee.locator('.promise-date')).toContainText('Fertig bis')
  await expectAccessible(employee)
  return employee.url()
}

async function approveByMail(browser: Browser, link: string) {
  // A scanner of mails, or somebody curious: looking at it decides nothing.
  const scanner = await (await browser.newContext(phone)).newPage()
  await scanner.goto(link)
  await expectAccessible(scanner)
  const manager = await (await browser.newContext({ ...phone, ...withoutScript })).newPage()
  await manager.goto(link)
  await expect(manager.getByText('Sie entscheiden hier als Claudia Wagner.')).toBeVisible()
  await expect(manager.getByText('Lena Okafor').first()).toBeVisible()
  await manager.getByRole('button', { name: 'Genehmigen' }).click()
  await expect(manager.getByText(/^Genehmigt von Claudia Wagner/)).toBeVisible()
  await expect(manager.getByRole('button', { name: 'Genehmigen' })).toHaveCount(0)
  await scanner.reload()
  await expectAccessible(scanner)
}

async function approveInPortal(browser: Browser) {
  const owner = await signedIn(browser, INTERN, 'Tobias Lindner')
  await owner.goto(`${INTERN}/approvals`)
  await expectAccessible(owner)
  await owner.getByRole('link', { name: SERVICE }).click()
  await expect(owner.getByText('27')).toBeVisible()
  await expectAccessible(owner)
  await owner.getByRole('button', { name: 'Genehmigen' }).click()
  await expect(owner.getByText('Genehmigt. Danke für Ihre Entscheidung.')).toBeVisible()
}

/** What belongs to both items, one after the other, without JavaScript. */
async function fulfil(browser: Browser) {
  const team = await signedIn(browser, INTERN, 'Deniz Krause', withoutScript)
  for (const task of [`Notebook einrichten ${WORD.slice(-6)}`, 'VPN-Profil ausstellen']) {
    await team.goto(`${INTERN}/tasks`)
    await team.getByRole('row', { name: task }).filter({ hasText: 'Lena Okafor' }).getByRole('link').first().click()
    await team.getByRole('button', { name: 'Ich übernehme das' }).click()
    await expect(team.getByText('Die Aufgabe ist jetzt Ihre.')).toBeVisible()
    await team.getByRole('button', { name: 'Erledigt', exact: true }).click()
    await expect(team.getByText('Erledigt. Die Person, die bestellt hat, sieht es.')).toBeVisible()
  }
}

async function followAndRate(browser: Browser, employee: Page, admin: Page, order: string) {
  await expect(async () => {
    await employee.goto(order)
    await expect(employee.locator('.page-head').getByText('Erledigt')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await expectAccessible(employee)
  const link = await linkInMail(admin, `Gelöst: ${SERVICE}`, /(\/\S*\/rate\/\S+score=5)/)
  const rating = await (await browser.newContext({ ...phone, ...withoutScript })).newPage()
  await rating.goto(link)
  await rating.getByRole('button', { name: 'Bewertung senden' }).click()
  await expect(rating.getByText('Danke für Ihre Bewertung.')).toBeVisible()
}

/** Not by any address, form, search, program or assistant. */
async function beOutOfReach(browser: Browser, key: string) {
  const customer = await signedIn(browser, '/de', 'Elif Yıldız')
  for (const path of [`/de/services/${key}`, `/de/services/${key}/order`])
    expect((await customer.goto(path))?.status(), path).toBe(404)
  // The portal of the employees is closed to them, whatever there is or is not behind it.
  for (const path of [`${INTERN}/services/${key}`, `${INTERN}/services/nothing`])
    expect((await customer.goto(path))?.status(), path).toBe(403)
  for (const path of [`/de/services?q=${WORD}`, `/de/search?q=${WORD}`, '/de/services', '/de/status']) {
    await customer.goto(path)
    expect(await customer.locator('main').textContent(), path).not.toContain(SERVICE)
  }
  for (const path of [`/de/services/${key}`, `/de/services/${key}/order`])
    for (const action of ['put', 'fill', 'favourite'])
      expect((await customer.request.post(path, { form: { action } })).status(), `${action} ${path}`).toBe(404)
  for (const path of [
    `services?q=${WORD}`,
    `services/${key}`,
    `service-comparisons?keys=${key}`,
    `search?q=${WORD}`,
    `search/suggestions?q=${WORD}`,
  ]) {
    const answer = await customer.request.get(`/api/v1/${path}`)
    expect(await answer.text(), path).not.toContain(SERVICE)
  }
  const tool = { name: 'catalogue_read', arguments: { key } }
  const assistant = await customer.request.post('/mcp', {
    headers: { accept: 'application/json, text/event-stream' },
    data: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: tool },
  })
  expect(await assistant.text()).not.toContain(SERVICE)
}

/** An address in the newest mail with a subject, as the administration keeps it. */
async function linkInMail(admin: Page, subject: string, pattern = /(\/\S*\/approve\/[\w-]+)/): Promise<string> {
  await expect(async () => {
    await admin.goto(`${INTERN}/admin/mails`)
    await expect(admin.getByRole('link', { name: subject }).first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await admin.getByRole('link', { name: subject }).first().click()
  await admin.waitForURL(/\/admin\/mails\/./)
  const [, path] =
    pattern.exec(((await admin.locator('main').textContent()) ?? '').replace(/https?:\/\/[^/\s]+/g, '')) ?? []
  expect(path, subject).toBeDefined()
  return path ?? ''
}
