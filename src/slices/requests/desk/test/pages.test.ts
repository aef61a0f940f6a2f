import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openApp } from '../../../../test/theke.ts'
import { browser, callOf, makePerson } from '../../../identity/test/builders.ts'
import { builders } from '../../test/builders.ts'
import { KEYS, type KeyName, keyNameOf } from '../islands/desk/key-names.ts'
import { keepMacro } from '../operations/keep-macro.ts'
import { keepTemplate } from '../operations/keep-template.ts'

/** Keys that press nothing on the page: the island moves, opens, ticks, leaves by itself. */
const OF_THE_ISLAND: readonly KeyName[] = ['next', 'previous', 'open', 'queue', 'choose', 'leave', 'help']

let app: Awaited<ReturnType<typeof openApp>>
let build: ReturnType<typeof builders>
let agent: ReturnType<typeof browser>
let tobias: string
let reference: string

beforeAll(async () => {
  app = await openApp()
  build = builders(app.theke as never)
  await build.hours()
  const { id, email } = await makePerson(app.theke, { name: 'Tobias Lindner', roles: ['agent', 'editor'] })
  tobias = id
  agent = browser(app)
  await agent.signIn(email)
})
beforeEach(async () => {
  reference = (await build.write(build.visitor(), { email: 'rosa@example.org', name: 'Rosa' })).reference
})

describe('keys', () => {
  test('everything that a key presses is in the list under ?, and everything in the list is there to be pressed', async () => {
    const call = await callOf(app.theke, tobias)
    await app.theke.runner.run(keepTemplate, call, { name: 'Gruß', bodies: { de: 'Guten Tag' } })
    await app.theke.runner.run(keepMacro, call, { name: 'Notiz', steps: [{ do: 'note', text: 'x' }] })
    const { body } = await agent.get(`/de/desk/${reference}`)
    const pressed = [...body.matchAll(/ data-key="(\w+)"/g)].map(([, name]) => String(name))
    expect(new Set([...pressed, ...OF_THE_ISLAND])).toEqual(new Set(Object.keys(KEYS)))
    const [help = ''] = /<dialog[^>]*id="desk-keys".*?<\/dialog>/s.exec(body) ?? []
    expect(help.match(/<dt>/g)).toHaveLength(Object.keys(KEYS).length)
    expect(help).toContain('>Strg ⇧ ↵</kbd>')
  })

  test('no key does two things', () => {
    const keys = Object.values(KEYS).flat()
    expect(new Set(keys).size).toBe(keys.length)
    expect(keyNameOf('Ctrl+Shift+Enter')).toBe('sendNext')
    expect(keyNameOf('q')).toBeUndefined()
  })
})

describe('closing without a solution, without JavaScript', () => {
  test('a step asks for the reason, and says beside its field what is missing', async () => {
    const address = `/de/desk/${reference}/closing`
    expect((await agent.get(`/de/desk/${reference}`)).body).toContain(`href="${address}"`)
    expect((await agent.get(address)).body).toContain('Nicht unsere Zuständigkeit')
    const refused = await agent.post(address, { reasonWords: 'Bitte an die Stadt.' })
    expect(refused.body).toMatch(/id="f-reason-error"[^>]*>.*?Bitte wählen Sie, warum ohne Lösung geschlossen wird\./s)
    expect(refused.body).toContain('value="Bitte an die Stadt."')
    const closed = await agent.post(address, { reason: 'notOurs', reasonWords: 'Bitte an die Stadt.' })
    expect(closed.to).toBe(`/de/desk/${reference}`)
    expect((await agent.get(closed.to)).body).toContain('Nicht unsere Zuständigkeit – Bitte an die Stadt.')
  })

  test('many at once are asked about in the bar, and stay chosen', async () => {
    const refused = await agent.post('/de/desk?queue=all', { action: 'bulk', reference, state: 'closed' })
    expect(refused.body).toContain('href="#f-reason"')
    expect(refused.body).toMatch(new RegExp(`<input[^>]*value="${reference}"[^>]*checked`))
    expect(refused.body).toMatch(/<option[^>]*selected[^>]*value="closed"|<option[^>]*value="closed"[^>]*selected/)
    const fields = { action: 'bulk', reference, state: 'closed', reason: 'duplicate' }
    expect((await agent.post('/de/desk?queue=all', fields)).status).toBe(303)
  })
})
