import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bySystem, openApp } from '../../../test/theke.ts'
import { saveSsoProvider } from '../operations/save-sso-provider.ts'
import { browser, makePerson } from './builders.ts'

const CALLBACK = 'http://localhost:3000/sign-on/callback/company'

let app: Awaited<ReturnType<typeof openApp>>
let company: Server
let issuer: string
/** What the company knows of its people, by sign-in name. */
const staff: Record<string, { email: string; name: string; groups: string[] }> = {}

beforeAll(async () => {
  app = await openApp()
  company = createServer()
  await new Promise<void>((done) => company.listen(0, '127.0.0.1', done))
  issuer = `http://127.0.0.1:${(company.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'theke', client_secret: 'a secret of theirs', redirect_uris: [CALLBACK] }],
    claims: { openid: ['sub'], email: ['email'], profile: ['name', 'groups'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ sub, ...staff[sub] }) }),
    cookies: { keys: ['a key of theirs'] },
  })
  company.on('request', provider.callback())
  await app.theke.runner.run(saveSsoProvider, bySystem, {
    key: 'company',
    name: 'Stadtwerke',
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientId: 'theke',
    clientSecret: 'a secret of theirs',
    roleClaim: 'groups',
    roleMap: { writers: 'editor', everybody: 'employee' },
  })
})
afterAll(() => company.close())

/** Goes through the company's own pages like a person would; gives the address it sends back to. */
async function atCompany(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let url = start
  let body: URLSearchParams | undefined
  for (let hop = 0; hop < 12; hop++) {
    const answer = await fetch(url, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { body } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location?.startsWith(CALLBACK)) return location.slice('http://localhost:3000'.length)
    if (location) {
      url = new URL(location, issuer).href
      body = undefined
      continue
    }
    const html = await answer.text()
    url = new URL(/action="([^"]+)"/.exec(html)?.[1] ?? url, issuer).href
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? ''
    body = new URLSearchParams({ prompt, login, password: 'anything' })
  }
  throw new Error('the company never sent back')
}

async function signInAtCompany(login: string, next = '') {
  const anna = browser(app)
  const start = await anna.get(`/de/sign-in/with/company${next}`)
  const back = await atCompany(start.to, login)
  return { anna, answer: await anna.get(back) }
}

describe('single sign-on', () => {
  it('is offered on the sign-in page', async () => {
    expect((await browser(app).get('/de/sign-in')).body).toContain('Anmelden mit Stadtwerke')
  })

  it('opens an account at the first sign-in, with the roles of the groups, and leads on', async () => {
    staff['nils'] = { email: 'nils@company.example', name: 'Nils Brandt', groups: ['writers', 'everybody', 'unknown'] }
    const { anna, answer } = await signInAtCompany('nils', '?next=%2Fde%2Faccount')
    expect(answer).toMatchObject({ status: 302, to: '/de/account' })
    const { body } = await anna.get('/de/account')
    expect(body).toContain('Nils Brandt')
    expect(body).toContain('Redaktion, Beschäftigte')
  })

  it('takes roles away again that the groups no longer give', async () => {
    staff['nils'] = { email: 'nils@company.example', name: 'Nils Brandt', groups: ['everybody'] }
    const { anna } = await signInAtCompany('nils')
    const { body } = await anna.get('/de/account')
    expect(body).not.toContain('Redaktion')
    expect(body).toContain('Beschäftigte')
  })

  it('finds the account that the address has already, and keeps roles given by hand', async () => {
    const { email } = await makePerson(app.theke, { email: 'vera@company.example', roles: ['agent'] })
    staff['vera'] = { email, name: 'Vera', groups: ['everybody'] }
    const { anna } = await signInAtCompany('vera')
    const { body } = await anna.get('/de/account')
    expect(body).toContain('Anna Probe')
    expect(body).toContain('Service, Beschäftigte')
  })

  it('lets nobody in whose account is deactivated', async () => {
    staff['gone'] = { email: 'gone@company.example', name: 'Gone', groups: [] }
    await makePerson(app.theke, { email: 'gone@company.example' })
    await app.theke.db
      .updateTable('persons')
      .set({ state: 'deactivated' })
      .where('email', '=', 'gone@company.example')
      .execute()
    const { anna, answer } = await signInAtCompany('gone')
    expect(answer.to).toBe('/de/sign-in')
    expect(await anna.signedIn()).toBe(false)
  })

  it('refuses an answer that another browser asked for', async () => {
    staff['nils'] = { email: 'nils@company.example', name: 'Nils Brandt', groups: [] }
    const start = await browser(app).get('/de/sign-in/with/company')
    const victim = browser(app)
    const answer = await victim.get(await atCompany(start.to, 'nils'))
    expect(answer.to).toBe('/de/sign-in')
    expect(await victim.signedIn()).toBe(false)
  })

  it('opens no account where the administration does not want it', async () => {
    const { key, ...rest } = {
      key: 'company',
      name: 'Stadtwerke',
      discoveryUrl: `${issuer}/.well-known/openid-configuration`,
      clientId: 'theke',
    }
    await app.theke.runner.run(saveSsoProvider, bySystem, { key, ...rest, signUp: false })
    staff['new'] = { email: 'new@company.example', name: 'New', groups: [] }
    const { answer } = await signInAtCompany('new')
    expect(answer.to).toBe('/de/sign-in')
  })

  it('says so when the provider cannot be reached', async () => {
    await app.theke.runner.run(saveSsoProvider, bySystem, {
      key: 'away',
      name: 'Away',
      discoveryUrl: 'http://127.0.0.1:9/.well-known/openid-configuration',
      clientId: 'theke',
      clientSecret: 'secret',
    })
    expect((await browser(app).get('/de/sign-in/with/away')).status).toBe(503)
  })
})
