import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bySystem, callBy, openApp } from '../../../../test/theke.ts'
import { browser, PASSWORD } from '../../test/builders.ts'
import { currentCode } from '../code.ts'
import { answerSetUp } from '../operations/answer-set-up.ts'
import { beginSetUp } from '../operations/begin-set-up.ts'
import { finishSetUp } from '../operations/finish-set-up.ts'
import { makeSetUpCode } from '../operations/make-set-up-code.ts'
import { readSetUp } from '../operations/read-set-up.ts'

type App = Awaited<ReturnType<typeof openApp>>
let app: App
const open = async () => {
  app = await openApp({ fresh: true })
}
// All tests come from one address, which may only try so often.
beforeEach(async () => {
  await app?.theke.db.deleteFrom('call_counts').execute()
})

const visitor = callBy({ address: '192.0.2.1' })
const answers = {
  organisation: { name: 'Stadtwerke Lindaubrück', timeZone: 'Europe/Athens', holidays: 'DE-BY' },
  languages: { langs: ['de', 'el'], first: 'el', employees: true },
  brand: { names: { de: 'Kundenservice', el: 'Εξυπηρέτηση' }, accent: '#ffcc00', logo: null },
}
const anna = { name: 'Anna Probe', email: 'anna@example.org', password: PASSWORD }

const code = async () => (await currentCode(app.theke.db, app.theke.installation.secret)) ?? ''
const begin = async () => (await app.theke.runner.run(beginSetUp, visitor, { code: await code() })).secret
const answer = (secret: string, given: object) => app.theke.runner.run(answerSetUp, visitor, { secret, ...given })
const finish = (secret: string, given: object = {}) =>
  app.theke.runner.run(finishSetUp, visitor, { secret, ...anna, ...given })
/** Where somebody stands who has answered everything but who they are. */
async function answered() {
  const secret = await begin()
  for (const [step, given] of Object.entries(answers)) await answer(secret, { [step]: given })
  return secret
}

describe('before anybody has set it up', () => {
  beforeAll(open)

  it('leads every page to setting up, in the reader’s language, and lets forms nowhere else', async () => {
    for (const url of ['/', '/de/help', '/el/sign-in', '/de/admin/people', '/de/no-such-page'])
      expect((await app.fastify.inject({ url, headers: { 'accept-language': 'el' } })).headers.location).toBe(
        url.startsWith('/de') ? '/de/set-up' : '/el/set-up',
      )
    expect(await browser(app).post('/de/sign-up', { name: 'x' })).toMatchObject({ status: 303, to: '/de/set-up' })
    expect((await app.fastify.inject('/de/set-up')).statusCode).toBe(200)
    expect((await app.fastify.inject('/robots.txt')).statusCode).toBe(200)
  })

  it('answers the API only where everybody may read, so that an import can be tried out', async () => {
    const search = await app.fastify.inject('/api/v1/search?q=strom&lang=de')
    expect(search.statusCode).toBe(200)
    const write = await app.fastify.inject({ method: 'POST', url: '/api/v1/requests', payload: {} })
    expect(write.statusCode).toBe(503)
    expect(write.json()).toMatchObject({ code: 'unavailable', reason: 'identity.set_up_needed' })
    expect((await app.fastify.inject('/api/v1/people')).statusCode).toBe(503)
  })

  it('leads steps back to the code, and steps not yet reached back to the first one missing', async () => {
    const stranger = browser(app)
    expect((await stranger.get('/de/set-up/brand')).to).toBe('/de/set-up')
    const owner = browser(app)
    expect((await owner.post('/de/set-up', { code: await code() })).to).toBe('/de/set-up/organisation')
    expect((await owner.get('/de/set-up/administrator')).to).toBe('/de/set-up/organisation')
    expect((await owner.get('/de/set-up')).to).toBe('/de/set-up/organisation')
  })
})

describe('the code', () => {
  beforeAll(open)

  it('is the same at every start, is kept as a hash, and may be typed small and without hyphens', async () => {
    const printed = await code()
    expect(printed).toMatch(/^([A-Z2-9]{4}-){2}[A-Z2-9]{4}$/)
    expect(await code()).toBe(printed)
    const row = await app.theke.db.selectFrom('set_up').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(printed)
    const typed = printed.toLowerCase().replaceAll('-', ' ')
    expect((await app.theke.runner.run(beginSetUp, visitor, { code: typed })).secret).toHaveLength(43)
  })

  it('is refused when it is wrong, and after ten tries one has to wait', async () => {
    await code()
    const attempt = () => app.theke.runner.run(beginSetUp, visitor, { code: 'AAAA-AAAA-AAAA' })
    for (let n = 0; n < 10; n++)
      await expect(attempt()).rejects.toMatchObject({ code: 'invalid', issues: [{ path: ['code'] }] })
    await expect(attempt()).rejects.toMatchObject({ code: 'rate_limited' })
  })

  it('is replaced by a new one that the command line makes, or when the secret has changed', async () => {
    const before = await code()
    const made = await app.theke.runner.run(makeSetUpCode, bySystem, {})
    expect(made.code).not.toBe(before)
    expect(await code()).toBe(made.code)
    await expect(app.theke.runner.run(beginSetUp, visitor, { code: before })).rejects.toMatchObject({ code: 'invalid' })
    expect(await currentCode(app.theke.db, 'another secret, because the folder was lost')).not.toBe(made.code)
  })
})

describe('the steps', () => {
  beforeAll(open)

  it('keep what was answered, and only for whoever knew the code', async () => {
    const secret = await answered()
    expect(await app.theke.runner.run(readSetUp, visitor, { secret })).toEqual({ answers })
    expect(await app.theke.runner.run(readSetUp, visitor, { secret: 'x'.repeat(43) })).toEqual({ answers: null })
    await expect(answer('x'.repeat(43), { brand: answers.brand })).rejects.toMatchObject({
      reason: 'identity.set_up_lost',
    })
  })

  it.each([
    ['a time zone that there is not', { organisation: { ...answers.organisation, timeZone: 'Mars/Base' } }, 'timeZone'],
    ['a region that there is not', { organisation: { ...answers.organisation, holidays: 'DE-XX' } }, 'holidays'],
    ['no name', { organisation: { ...answers.organisation, name: ' ' } }, 'name'],
    ['no language', { languages: { langs: [], first: 'de', employees: false } }, 'langs'],
    ['a first language that was not chosen', { languages: { langs: ['en'], first: 'de', employees: false } }, 'first'],
    ['no name in a chosen language', { brand: { ...answers.brand, names: { de: 'Hilfe' } } }, 'names.el'],
    ['no colour', { brand: { ...answers.brand, accent: 'red; }' } }, 'accent'],
  ])('refuse %s', async (_what, given, field) => {
    const secret = await answered()
    const refused = await answer(secret, given).catch((error) => error)
    expect(refused.code).toBe('invalid')
    expect(refused.issues.map((issue: { path: string[] }) => issue.path.slice(1).join('.'))).toEqual([field])
  })
})

describe('finishing', () => {
  // It happens once: every test has an installation of its own.
  beforeEach(open)

  it('puts everything in force at once and signs the first administrator in', async () => {
    const owner = browser(app)
    await owner.post('/de/set-up', { code: await code() })
    const fields = {
      'organisation.name': 'Stadtwerke',
      'organisation.timeZone': 'Europe/Berlin',
      'organisation.holidays': 'DE-BY',
    }
    expect((await owner.post('/de/set-up/organisation', fields)).to).toBe('/de/set-up/languages')
    const languages = { 'languages.langs': 'de', 'languages.first': 'de', 'languages.employees': 'yes' }
    expect((await owner.post('/de/set-up/languages', languages)).to).toBe('/de/set-up/brand')
    const brand = { 'brand.names.de': 'Kundenservice', 'brand.accent': '#ffcc00' }
    expect((await owner.post('/de/set-up/brand', brand)).to).toBe('/de/set-up/administrator')
    const summary = await owner.get('/de/set-up/administrator')
    expect(summary.body).toContain('Bayern, Deutschland')
    expect(await owner.post('/de/set-up/administrator', anna)).toMatchObject({
      status: 303,
      to: '/de/admin/going-live',
    })

    expect((await owner.get('/de/admin/going-live')).body).toContain('Zweiter Faktor')
    expect((await browser(app).get('/de')).body).toContain('Kundenservice')
    expect((await browser(app).get('/en')).status).toBe(404)
    expect((await browser(app).get('/employees/de')).to).toMatch(/^\/employees\/de\/sign-in/)
    expect((await owner.get('/employees/de')).body).toContain('Hilfe für Beschäftigte')
    for (const page of ['/de/set-up', '/de/set-up/brand', '/de/set-up/administrator'])
      expect((await browser(app).get(page)).status).toBe(404)
    expect(await currentCode(app.theke.db, app.theke.installation.secret)).toBeNull()
    const { body } = await app.fastify.inject('/brand/main.css')
    expect(body).toMatch(/--brand-h:90/)
  })

  it('takes a logo, and only from whoever knew the code', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    )
    const send = (cookie: string) => {
      const form = new FormData()
      form.set('brand.names.de', 'Hilfe')
      form.set('brand.names.el', 'Βοήθεια')
      form.set('brand.accent', '#00616b')
      form.set('logo', new Blob([png]), 'logo.png')
      return new Response(form).blob().then(async (blob) =>
        app.fastify.inject({
          method: 'POST',
          url: '/de/set-up/brand',
          headers: { cookie, 'content-type': blob.type },
          payload: Buffer.from(await blob.arrayBuffer()),
        }),
      )
    }
    await send('')
    const count = () => app.theke.db.selectFrom('files').select('id').execute()
    expect(await count()).toHaveLength(0)

    const secret = await answered()
    expect((await send(`theke_set_up=${secret}`)).headers.location).toBe('/de/set-up/administrator')
    await finish(secret)
    await app.theke.events.settled()
    const [portal] = await app.theke.http.identification.portals(app.theke.db)
    expect((await app.fastify.inject(portal?.logoUrl ?? '')).headers['content-type']).toBe('image/png')
  })

  it('lets one of two win, and tells the other', async () => {
    const secrets = [await answered(), await answered()]
    const ends = await Promise.allSettled(
      secrets.map((secret, n) => finish(secret, { email: `person-${n}@example.org` })),
    )
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = ends.find((end) => end.status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toMatchObject({ code: 'conflict', reason: 'identity.set_up_done' })
    expect(await app.theke.db.selectFrom('persons').select('id').execute()).toHaveLength(1)

    const late = browser(app)
    late.jar.set('theke_set_up', secrets[0] ?? '')
    const told = await late.post('/el/set-up/administrator', anna)
    expect(told.to).toBe('/el/sign-in')
    expect((await late.get(told.to)).body).toContain('Η πύλη έχει ρυθμιστεί στο μεταξύ')
  })

  it('refuses weak passwords and broken addresses, and leaves nothing half done', async () => {
    const secret = await answered()
    for (const [given, field] of [
      [{ password: 'passwort123' }, 'password'],
      [{ password: 'kurz' }, 'password'],
      [{ email: 'anna@' }, 'email'],
    ] as const)
      await expect(finish(secret, given)).rejects.toMatchObject({ code: 'invalid', issues: [{ path: [field] }] })
    expect(await app.theke.db.selectFrom('persons').select('id').execute()).toHaveLength(0)
    expect((await app.fastify.inject('/de')).headers.location).toBe('/de/set-up')
  })

  it('refuses an address that somebody has, and steps that were left out', async () => {
    await app.theke.db.insertInto('persons').values({ name: 'Somebody', email: anna.email }).execute()
    await expect(finish(await answered())).rejects.toMatchObject({ issues: [{ path: ['email'] }] })
    await expect(finish(await begin())).rejects.toMatchObject({ reason: 'identity.set_up_incomplete' })
    await expect(finish('x'.repeat(43))).rejects.toMatchObject({ reason: 'identity.set_up_lost' })
  })
})
