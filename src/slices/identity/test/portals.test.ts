import { Readable } from 'node:stream'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../../test/theke.ts'
import { changePortal } from '../operations/change-portal.ts'
import { createAudience } from '../operations/create-audience.ts'
import { createPortal } from '../operations/create-portal.ts'
import { deletePortal } from '../operations/delete-portal.ts'
import { listPortals } from '../operations/list-portals.ts'
import { makePortalDefault } from '../operations/make-portal-default.ts'
import { readPortal } from '../operations/read-portal.ts'
import { restorePortal } from '../operations/restore-portal.ts'
import { browser, callOf, makePerson, PASSWORD } from './builders.ts'

let app: Awaited<ReturnType<typeof openApp>>
let admin: Awaited<ReturnType<typeof callOf>>
let adminEmail: string
let staffOnly: string
beforeAll(async () => {
  app = await openApp()
  const person = await makePerson(app.theke, { roles: ['administrator'] })
  adminEmail = person.email
  admin = await callOf(app.theke, person.id)
  const rule = { fact: 'role', in: ['employee'] }
  staffOnly = (await run(createAudience, admin, { names: { en: 'Staff' }, rule })).id
})

const run: (typeof app)['theke']['runner']['run'] = (operation, call, input) =>
  app.theke.runner.run(operation, call, input)
const portal = (key: string, rest: object = {}) => ({
  key,
  names: { de: `Portal ${key}` },
  langs: ['de' as const],
  hosts: [],
  accent: { l: 0.44, c: 0.1, h: 30 },
  signUp: false,
  entryAudienceId: null,
  ...rest,
})

describe('a portal', () => {
  it('has its own address, name, languages and colour', async () => {
    await run(createPortal, admin, portal('staff', { langs: ['el', 'en'] }))
    await app.theke.events.settled()
    const anna = browser(app)
    expect((await anna.get('/staff')).to).toMatch(/^\/staff\/e[ln]$/)
    expect((await anna.get('/staff/el')).body).toContain('Portal staff')
    expect((await anna.get('/staff/de')).status).toBe(404)
    expect((await anna.get('/brand/staff.css')).body).toContain('--brand-h:30')
  })

  it('lets in only its audience, and those who administer', async () => {
    await run(createPortal, admin, portal('closed', { entryAudienceId: staffOnly }))
    await app.theke.events.settled()
    const [stranger, guest, colleague, boss] = [browser(app), browser(app), browser(app), browser(app)]
    expect((await stranger.get('/closed/de')).to).toBe('/closed/de/sign-in?next=%2Fclosed%2Fde')
    await guest.signIn((await makePerson(app.theke)).email, PASSWORD, '/closed/de/sign-in')
    expect((await guest.get('/closed/de')).status).toBe(403)
    expect((await guest.get('/closed/de/help')).status).toBe(403)
    await colleague.signIn((await makePerson(app.theke, { roles: ['employee'] })).email, PASSWORD, '/closed/de/sign-in')
    expect((await colleague.get('/closed/de')).status).toBe(200)
    await boss.signIn(adminEmail)
    expect((await boss.get('/closed/de')).status).toBe(200)
  })

  it('leaves open the ways in, what the law wants to be seen, and what the link of a mail leads to', async () => {
    await run(createPortal, admin, portal('members', { entryAudienceId: staffOnly }))
    await app.theke.events.settled()
    const stranger = browser(app)
    const ways = ['sign-in', 'forgotten-password', 'imprint', 'privacy', 'offline', 'track']
    const links = ['track/none', 'rate/none', 'approve/none', 'notifications/off/none', 'invitation/none']
    for (const path of [...ways, ...links]) {
      const { to } = await stranger.get(`/members/de/${path}`)
      expect(to, path).not.toMatch(/next=/)
    }
    for (const path of ['', '/services', '/help', '/search', '/contact'])
      expect((await stranger.get(`/members/de${path}`)).to, path).toMatch(/\/sign-in\?next=/)
  })

  it('keeps its versions and comes back to an earlier one', async () => {
    await run(createPortal, admin, portal('versions'))
    await run(changePortal, admin, {
      key: 'versions',
      version: 1,
      names: { de: 'Anders' },
      home: { greeting: { de: 'Hallo' } },
    })
    await run(restorePortal, admin, { key: 'versions', version: 1 })
    const read = await run(readPortal, admin, { key: 'versions' })
    expect(read).toMatchObject({ name: 'Portal versions', version: 3, home: { greeting: {} } })
    expect(read.versions.map((one) => one.version)).toEqual([3, 2, 1])
    await expect(run(changePortal, admin, { key: 'versions', version: 2, signUp: true })).rejects.toMatchObject({
      reason: 'identity.changed_meanwhile',
    })
  })

  it('refuses keys that are taken or needed, hosts of another portal, and audiences that do not exist', async () => {
    const invalid = { code: 'invalid' }
    await run(createPortal, admin, portal('first', { hosts: ['help.example.org'] }))
    await expect(run(createPortal, admin, portal('first'))).rejects.toMatchObject(invalid)
    for (const key of ['api', 'de', 'Großes', 'files'])
      await expect(run(createPortal, admin, portal(key))).rejects.toMatchObject(invalid)
    await expect(run(createPortal, admin, portal('second', { hosts: ['HELP.example.org'] }))).rejects.toMatchObject(
      invalid,
    )
    await expect(run(createPortal, admin, portal('second', { hosts: ['https://x/'] }))).rejects.toMatchObject(invalid)
    await expect(run(createPortal, admin, portal('second', { langs: [] }))).rejects.toMatchObject(invalid)
    const nobody = '00000000-0000-7000-8000-000000000000'
    await expect(run(createPortal, admin, portal('second', { entryAudienceId: nobody }))).rejects.toMatchObject(invalid)
  })

  it('is the home of its host names', async () => {
    await run(createPortal, admin, portal('hosted', { hosts: ['hosted.example.org'] }))
    await app.theke.events.settled()
    const answer = await app.fastify.inject({ url: '/de', headers: { host: 'hosted.example.org' } })
    expect(answer.body).toContain('Portal hosted')
  })

  it('becomes the default one, which cannot be deleted', async () => {
    await run(createPortal, admin, portal('next'))
    await run(makePortalDefault, admin, { key: 'next' })
    const { items } = await run(listPortals, admin, {})
    expect(items.filter((one) => one.isDefault).map((one) => one.key)).toEqual(['next'])
    await expect(run(deletePortal, admin, { key: 'next' })).rejects.toMatchObject({ reason: 'identity.default_portal' })
    await run(makePortalDefault, admin, { key: 'main' })
    await run(deletePortal, admin, { key: 'next' })
    await expect(run(readPortal, admin, { key: 'next' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('shows its logo to everybody, and takes pictures only', async () => {
    const receive = (content: Buffer, name: string) =>
      app.theke.runner.inCtx(admin, async (ctx) => (await ctx.files.receive(Readable.from([content]), { name })).id)
    const png = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#c03' } })
      .png()
      .toBuffer()
    const logo = await receive(png, 'logo.png')
    const { version } = await run(readPortal, admin, { key: 'main' })
    await run(changePortal, admin, { key: 'main', version, logoFileId: logo })
    await app.theke.events.settled()
    expect((await browser(app).get('/de')).body).toContain(`/files/${logo}/logo`)
    expect((await browser(app).get(`/files/${logo}/logo`)).status).toBe(200)
    const text = await receive(Buffer.from('no picture at all'), 'logo.txt')
    await expect(
      run(changePortal, admin, { key: 'main', version: version + 1, logoFileId: text }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('the editor of portals', () => {
  it('saves brand and home page without JavaScript', async () => {
    await run(createPortal, admin, portal('edited'))
    const anna = browser(app)
    await anna.signIn(adminEmail)
    const saved = await anna.post('/de/admin/portals/edited', {
      action: 'save',
      version: '1',
      'names.de': 'Bearbeitet',
      accent: '#0a5c3e',
      langs: 'de',
      firstLang: 'de',
      hosts: '',
      entryAudienceId: '',
    })
    expect(saved.status).toBe(303)
    const home = await anna.post('/de/admin/portals/edited/home', {
      version: '2',
      'greeting.de': 'Was darf es sein?',
      'tiles.0.link': 'category:start',
      'tiles.0.icon': 'zap',
      'tiles.0.text.de': 'Anfangen',
      'tiles.0.note.de': 'Ganz einfach',
    })
    expect(home.status).toBe(303)
    expect(await run(readPortal, admin, { key: 'edited' })).toMatchObject({
      name: 'Bearbeitet',
      home: { greeting: { de: 'Was darf es sein?' }, tiles: [{ link: 'category:start', icon: 'zap' }] },
    })
    const refused = await anna.post('/de/admin/portals/edited/home', {
      version: '3',
      'popular.0.link': 'nowhere',
      'popular.0.text.de': 'Wohin?',
    })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('value="Wohin?"')
  })
})
