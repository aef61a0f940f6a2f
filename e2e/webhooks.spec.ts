import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './journey.ts'

const INTERN = '/employees/de'
const NAME = `Lager ${Date.now().toString(36)}`

interface Received {
  headers: IncomingHttpHeaders
  body: string
}

/** Another system, which is out of order until it is mended. */
async function otherSystem() {
  const received: Received[] = []
  const system = { received, isMended: false, url: '', close: () => server.close() }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
    response.writeHead(system.isMended ? 200 : 500).end(system.isMended ? 'ordered' : 'the stock keeper is asleep')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  system.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`
  return system
}

test('another system is told of an order, fails, is mended, and is told once more', async ({ page }) => {
  test.slow()
  const system = await otherSystem()
  await page.goto(`${INTERN}/sign-in`)
  await page.getByRole('button', { name: 'Renate Seidl' }).click()
  await expect(page).not.toHaveURL(/sign-in/)

  const secret = await test.step('a web hook is set up; its secret is shown once', () => setUp(page, system.url))
  const hook = page.url()
  const order = await test.step('a service names it in its plan, and is ordered', () => buildAndOrder(page))
  await test.step('the message is there, and the log says why it was not taken', async () => {
    await until(page, hook, () => expect(page.getByText('unterwegs')).toBeVisible({ timeout: 500 }))
    await expect(page.getByText(/\d Versuche? · zuletzt: 500/)).toBeVisible()
    await page.getByText(/\d Versuche?/).click()
    await expect(page.getByText('the stock keeper is asleep')).toBeVisible()
    await expect(page.getByText(/^Nächster Versuch:/)).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('it is sent once more without waiting for the next try', async () => {
    system.isMended = true
    await page.getByRole('button', { name: 'Jetzt versuchen' }).click()
    await until(page, hook, () => expect(page.getByText('angekommen', { exact: true })).toBeVisible({ timeout: 500 }))
  })
  await test.step('it is the same message, signed, and the order is done', async () => {
    expect(system.received.length).toBeGreaterThan(1)
    const [first] = system.received
    for (const message of system.received) {
      expect(message.headers['webhook-id']).toBe(first?.headers['webhook-id'])
      expect(message.headers['webhook-signature']).toBe(signatureOf(secret, message))
      expect(JSON.parse(message.body)).toMatchObject({ type: 'fulfilment.requested' })
    }
    await until(page, order, () =>
      expect(page.locator('.page-head').getByText('Erledigt')).toBeVisible({ timeout: 500 }),
    )
  })
  system.close()
})

/** Gives the secret, and leads to the web hook. */
async function setUp(page: Page, url: string): Promise<string> {
  await page.goto(`${INTERN}/admin/webhooks`)
  await page.getByLabel('Name', { exact: true }).fill(NAME)
  await page.getByLabel('Schlüssel', { exact: true }).fill(NAME.toLowerCase().replace(' ', '-'))
  await page.getByLabel('Adresse', { exact: true }).fill(url)
  await page.getByRole('button', { name: 'Einrichten' }).click()
  const secret = /whsec_[\w+/=]+/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? ''
  expect(secret).not.toBe('')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Weiter' }).click()
  await expect(page.getByText('Noch keine Nachrichten')).toBeVisible()
  return secret
}

/** Gives the address of the order. */
async function buildAndOrder(page: Page): Promise<string> {
  await page.goto(`${INTERN}/admin/services`)
  await page.getByLabel('Neue Leistung').fill(`Ware aus dem ${NAME}`)
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.getByRole('link', { name: 'Erfüllung' }).click()
  await page.getByRole('button', { name: 'Nachricht an ein anderes System' }).click()
  await page.getByLabel('System').selectOption({ label: NAME })
  await page.getByRole('button', { name: 'Ablauf speichern' }).click()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Bearbeiten' }).click()
  await page.getByRole('button', { name: 'Neueste Version veröffentlichen' }).click()
  await page.getByRole('link', { name: 'Ansehen' }).click()
  await page.getByRole('link', { name: 'Bestellen' }).click()
  await page.getByRole('button', { name: 'In den Warenkorb' }).click()
  await page.getByRole('button', { name: 'Verbindlich bestellen' }).click()
  await expect(page.getByText(/Danke! Ihre Bestellung/)).toBeVisible()
  return page.url()
}

/** Loads a page until it shows what happens meanwhile. */
async function until(page: Page, address: string, isThere: () => Promise<void>) {
  await expect(async () => {
    await page.goto(address)
    await isThere()
  }).toPass({ timeout: 60_000 })
}

/** As Standard Webhooks describe it. */
function signatureOf(secret: string, { headers, body }: Received): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
}
