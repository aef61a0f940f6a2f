import { beforeAll, describe, expect, it } from 'vitest'
import { bySystem, openApp } from '../../../test/theke.ts'
import { changeBelonging } from '../operations/change-belonging.ts'
import { changePerson } from '../operations/change-person.ts'
import { changeRole } from '../operations/change-role.ts'
import { createApiKey } from '../operations/create-api-key.ts'
import { createRole } from '../operations/create-role.ts'
import { deactivatePerson } from '../operations/deactivate-person.ts'
import { deleteRole } from '../operations/delete-role.ts'
import { erasePersonForGood } from '../operations/erase-person.ts'
import { invitePerson } from '../operations/invite-person.ts'
import { listPeople } from '../operations/list-people.ts'
import { listRoles } from '../operations/list-roles.ts'
import { reactivatePerson } from '../operations/reactivate-person.ts'
import { readPerson } from '../operations/read-person.ts'
import { resetSecondFactor } from '../operations/reset-second-factor.ts'
import { revokeApiKey } from '../operations/revoke-api-key.ts'
import { changeTeam, createTeam } from '../operations/save-team.ts'
import { withdrawInvitation } from '../operations/withdraw-invitation.ts'
import { personalData } from '../personal-data.ts'
import { browser, callOf, linkTo, makePerson } from './builders.ts'

let app: Awaited<ReturnType<typeof openApp>>
let administrator: { id: string; email: string }
let admin: Awaited<ReturnType<typeof callOf>>
/** May manage people, and nothing else. */
let clerk: Awaited<ReturnType<typeof callOf>>

beforeAll(async () => {
  app = await openApp()
  administrator = await makePerson(app.theke, { name: 'Renate Seidl', roles: ['administrator'] })
  admin = await callOf(app.theke, administrator.id)
  await run(createRole, admin, { names: { en: 'Clerk' }, permissions: ['identity.manage'] })
  clerk = await callOf(app.theke, (await makePerson(app.theke, { roles: ['clerk'] })).id)
})

const run: (typeof app)['theke']['runner']['run'] = (operation, call, input) =>
  app.theke.runner.run(operation, call, input)
const roleId = async (key: string) => (await run(listRoles, admin, {})).items.find((role) => role.key === key)?.id ?? ''

describe('people', () => {
  it('are found by any part of name or address, page by page', async () => {
    for (const name of ['Qwilda Eins', 'qwilda zwei', 'Qwilda Drei', '100% Qwilda_'])
      await makePerson(app.theke, { name, password: null })
    const first = await run(listPeople, admin, { q: 'QWILDA', limit: 2 })
    const second = await run(listPeople, admin, { q: 'QWILDA', limit: 2, cursor: first.next ?? '' })
    expect([...first.items, ...second.items].map((person) => person.name)).toEqual([
      '100% Qwilda_',
      'Qwilda Drei',
      'Qwilda Eins',
      'qwilda zwei',
    ])
    expect(second.next).toBeNull()
    expect((await run(listPeople, admin, { q: '100% Q' })).items).toHaveLength(1)
    expect((await run(listPeople, admin, { q: 'q_ilda' })).items).toHaveLength(0)
    await expect(run(listPeople, admin, { cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('are changed, but not to the address of somebody else', async () => {
    const { id } = await makePerson(app.theke)
    const change = { id, name: 'Neuer Name', email: 'neu@example.org', language: 'el' as const, tags: ['vip'] }
    await run(changePerson, admin, change)
    expect(await run(readPerson, admin, { id })).toMatchObject({
      name: 'Neuer Name',
      email: 'neu@example.org',
      tags: ['vip'],
    })
    await expect(run(changePerson, admin, { ...change, email: administrator.email })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('are signed out and locked out when deactivated, and let in again', async () => {
    const { id, email } = await makePerson(app.theke)
    const anna = browser(app)
    await anna.signIn(email)
    await run(deactivatePerson, admin, { id })
    expect(await anna.signedIn()).toBe(false)
    await expect(run(deactivatePerson, admin, { id })).rejects.toMatchObject({ reason: 'identity.not_active' })
    await run(reactivatePerson, admin, { id })
    await anna.signIn(email)
    expect(await anna.signedIn()).toBe(true)
    await expect(run(deactivatePerson, admin, { id: administrator.id })).rejects.toMatchObject({
      reason: 'identity.yourself',
    })
  })

  it('are erased for good after they were deactivated', async () => {
    const { id, email } = await makePerson(app.theke, { name: 'Vera Vergessen', roles: ['editor'] })
    await expect(run(erasePersonForGood, admin, { id })).rejects.toMatchObject({ reason: 'identity.not_deactivated' })
    const exported = await app.theke.runner.inCtx(bySystem, (ctx) => personalData.export(ctx, id))
    expect(exported).toMatchObject({ person: { name: 'Vera Vergessen', email }, roles: [{ key: 'editor' }] })
    await run(deactivatePerson, admin, { id })
    await run(erasePersonForGood, admin, { id })
    const left = await run(readPerson, admin, { id })
    expect(left).toMatchObject({ name: '—', email: null, state: 'erased', roles: [] })
    expect(JSON.stringify(left)).not.toMatch(/Vera|Vergessen/)
  })
})

describe('who manages people', () => {
  it('cannot give a role that permits more than they may, nor take one away', async () => {
    const { id } = await makePerson(app.theke)
    const give = async (key: string) =>
      run(changeBelonging, clerk, { id, roles: [await roleId(key)], teams: [], organisations: [] })
    await expect(give('administrator')).rejects.toMatchObject({ code: 'invalid' })
    await expect(give('editor')).rejects.toMatchObject({ code: 'invalid' })
    await give('employee')
    const theirs = { id: administrator.id, roles: [], teams: [], organisations: [] }
    await expect(run(changeBelonging, clerk, theirs)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('cannot touch somebody who may more', async () => {
    const { id, email } = administrator
    const above = { reason: 'identity.above_you' }
    await expect(
      run(changePerson, clerk, { id, name: 'X', email: 'mine@example.org', language: 'de' }),
    ).rejects.toMatchObject(above)
    await expect(run(deactivatePerson, clerk, { id })).rejects.toMatchObject(above)
    await expect(run(resetSecondFactor, clerk, { id })).rejects.toMatchObject(above)
    await expect(run(createApiKey, clerk, { name: 'x', email, scopes: ['platform.manage'] })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(
      run(createRole, clerk, { names: { en: 'More' }, permissions: ['platform.manage'] }),
    ).rejects.toMatchObject({ code: 'invalid' })
    const role = await roleId('clerk')
    await expect(
      run(changeRole, clerk, { id: role, names: { en: 'Clerk' }, permissions: ['identity.manage', 'platform.manage'] }),
    ).rejects.toMatchObject({ code: 'invalid' })
    const invite = {
      name: 'X',
      email: 'x@example.org',
      language: 'de' as const,
      portal: 'main',
      roles: [await roleId('administrator')],
    }
    await expect(run(invitePerson, clerk, invite)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('always leaves one administrator', async () => {
    const mine = { id: administrator.id, roles: [], teams: [], organisations: [] }
    await expect(run(changeBelonging, admin, mine)).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('roles', () => {
  it('are made of permissions that exist, and go only when nobody holds them', async () => {
    await expect(run(createRole, admin, { names: { en: 'Odd' }, permissions: ['no.such'] })).rejects.toMatchObject({
      code: 'invalid',
    })
    const { id } = await run(createRole, admin, { names: { de: 'Größen', en: 'Sizes' }, permissions: [] })
    const person = await makePerson(app.theke, { roles: ['sizes'] })
    await expect(run(deleteRole, admin, { id })).rejects.toMatchObject({ reason: 'identity.in_use' })
    await run(changeBelonging, admin, { id: person.id, roles: [], teams: [], organisations: [] })
    await run(deleteRole, admin, { id })
    await expect(run(deleteRole, admin, { id: await roleId('editor') })).rejects.toMatchObject({
      reason: 'identity.built_in',
    })
  })

  it('change what somebody may within the second', async () => {
    const { id, email } = await makePerson(app.theke, { roles: ['clerk'] })
    const anna = browser(app)
    await anna.signIn(email)
    expect((await anna.get('/de/admin/people')).status).toBe(200)
    await run(changeBelonging, admin, { id, roles: [], teams: [], organisations: [] })
    await app.theke.events.settled()
    expect((await anna.get('/de/admin/people')).status).toBe(403)
  })
})

describe('teams', () => {
  it('have names in every language and a key of their own', async () => {
    const { id } = await run(createTeam, admin, { names: { el: 'Δίκτυα', en: 'Grid' } })
    await run(changeTeam, admin, { id, names: { en: 'Grid and metering' } })
    await expect(run(createTeam, admin, { names: { en: 'Grid' } })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('an invitation', () => {
  const invite = (email: string, roles: string[] = []) =>
    run(invitePerson, admin, { name: 'Ida Ideal', email, language: 'de', portal: 'main', roles })

  it('opens an account with its roles', async () => {
    const email = 'ida@example.org'
    await invite(email, [await roleId('editor')])
    const link = await linkTo(app.theke, email)
    const ida = browser(app)
    expect((await ida.get(link)).body).toContain('Renate Seidl hat Sie')
    expect((await ida.post(link, { name: 'Ida Ideal', password: 'kurz' })).status).toBe(422)
    expect(await ida.post(link, { name: 'Ida Ideal', password: 'Acht alte Ampeln' })).toMatchObject({
      to: '/de/sign-in',
    })
    await ida.signIn(email, 'Acht alte Ampeln')
    expect((await ida.get('/de/account')).body).toContain('Redaktion')
    expect((await ida.get(link)).status).toBe(404)
  })

  it('adds to the account that there is, without a new password', async () => {
    const { email } = await makePerson(app.theke)
    await invite(email, [await roleId('agent')])
    const anna = browser(app)
    await anna.post(await linkTo(app.theke, email), {})
    await anna.signIn(email)
    expect((await anna.get('/de/account')).body).toContain('Service')
  })

  it('is gone when withdrawn', async () => {
    const { id } = await invite('nobody@example.org')
    await run(withdrawInvitation, admin, { id })
    expect((await browser(app).get(await linkTo(app.theke, 'nobody@example.org'))).status).toBe(404)
    await expect(run(withdrawInvitation, admin, { id })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('an API key', () => {
  const me = (key: string) => app.fastify.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${key}` } })
  const people = (key: string) =>
    app.fastify.inject({ url: '/api/v1/people', headers: { authorization: `Bearer ${key}` } })

  it('acts for its person, cut to its scopes, until revoked', async () => {
    const { id, key } = await run(createApiKey, admin, { name: 'All of it', scopes: ['identity.manage'] })
    const { key: narrow } = await run(createApiKey, admin, { name: 'Nothing', scopes: [] })
    expect((await me(key)).json()).toMatchObject({ name: 'Renate Seidl' })
    expect((await people(key)).statusCode).toBe(200)
    expect((await people(narrow)).statusCode).toBe(403)
    await run(revokeApiKey, admin, { id })
    await app.theke.events.settled()
    expect((await me(key)).statusCode).toBe(401)
  })

  it('is refused when it is nobody’s', async () => {
    expect((await me('theke_nonsense')).statusCode).toBe(401)
  })

  it('never permits more than its person may', async () => {
    const { email } = await makePerson(app.theke)
    const { key } = await run(createApiKey, admin, { name: 'For a guest', email, scopes: ['identity.manage'] })
    expect((await people(key)).statusCode).toBe(403)
  })
})
