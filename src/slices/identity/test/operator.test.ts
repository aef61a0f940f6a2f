import { beforeAll, describe, expect, it } from 'vitest'
import { bySystem, callBy, openApp } from '../../../test/theke.ts'
import { makeAdministrator } from '../operations/make-administrator.ts'
import { makePasswordLink } from '../operations/make-password-link.ts'
import { browser, callOf, makePerson } from './builders.ts'

let app: Awaited<ReturnType<typeof openApp>>
beforeAll(async () => {
  app = await openApp()
})

const run: (typeof app)['theke']['runner']['run'] = (operation, call, input) =>
  app.theke.runner.run(operation, call, input)
const pathOf = (link: string) => link.replace(/^https?:\/\/[^/]+/, '')

describe('whoever operates the machine', () => {
  it('makes an administrator of somebody new, who chooses a password and administers', async () => {
    const email = 'first@example.org'
    const { link } = await run(makeAdministrator, bySystem, { email, name: 'Erste Person', language: 'de' })
    const first = browser(app)
    expect(await first.post(pathOf(link), { password: 'Sechs sanfte Sessel' })).toMatchObject({ to: '/de/sign-in' })
    await first.signIn(email, 'Sechs sanfte Sessel')
    expect((await first.get('/de/admin/people')).status).toBe(200)
  })

  it('makes an administrator of somebody known, deactivated or not', async () => {
    const { id, email } = await makePerson(app.theke)
    await app.theke.db.updateTable('persons').set({ state: 'deactivated' }).where('id', '=', id).execute()
    await run(makeAdministrator, bySystem, { email, name: 'unused', language: 'en' })
    expect((await callOf(app.theke, id)).actor.permissions).toEqual(new Set(['*']))
    expect((await callOf(app.theke, id)).actor.name).toBe('Anna Probe')
  })

  it('makes a link for a new password, which works once', async () => {
    const { email } = await makePerson(app.theke)
    const { link } = await run(makePasswordLink, bySystem, { email })
    expect((await browser(app).post(pathOf(link), { password: 'Vier volle Vasen' })).to).toBe('/de/sign-in')
    expect((await browser(app).post(pathOf(link), { password: 'Drei dicke Dosen' })).to).toBe('/de/forgotten-password')
    await expect(run(makePasswordLink, bySystem, { email: 'nobody@example.org' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('alone can do so', async () => {
    const { email } = await makePerson(app.theke)
    for (const channel of ['web', 'api', 'mcp'] as const) {
      const everything = callBy({ personId: crypto.randomUUID(), permissions: new Set(['*']) }, 'de', channel)
      await expect(run(makePasswordLink, everything, { email })).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})
