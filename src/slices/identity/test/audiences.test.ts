import { beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../../test/theke.ts'
import { changeAudience } from '../operations/change-audience.ts'
import { createAudience } from '../operations/create-audience.ts'
import { deleteAudience } from '../operations/delete-audience.ts'
import { previewAudience } from '../operations/preview-audience.ts'
import { readAudience } from '../operations/read-audience.ts'
import { restoreAudience } from '../operations/restore-audience.ts'
import { browser, callOf, makePerson } from './builders.ts'

let app: Awaited<ReturnType<typeof openApp>>
let admin: Awaited<ReturnType<typeof callOf>>
let email: string
beforeAll(async () => {
  app = await openApp()
  const person = await makePerson(app.theke, { roles: ['administrator'] })
  email = person.email
  admin = await callOf(app.theke, person.id)
})

const run: (typeof app)['theke']['runner']['run'] = (operation, call, input) =>
  app.theke.runner.run(operation, call, input)
const EDITORS = { fact: 'role' as const, in: ['editor'] }

describe('an audience', () => {
  it('keeps its versions and comes back to an earlier one', async () => {
    const { id } = await run(createAudience, admin, { names: { de: 'Schreibende' }, rule: EDITORS })
    await run(changeAudience, admin, { id, version: 1, names: { de: 'Alle' }, rule: { all: [] } })
    await run(restoreAudience, admin, { id, version: 1 })
    const audience = await run(readAudience, admin, { id })
    expect(audience).toMatchObject({ name: 'Schreibende', rule: EDITORS, version: 3 })
    expect(audience.versions.map((one) => [one.version, one.ruleWords])).toEqual([
      [3, ['Rolle: Redaktion']],
      [2, ['Alle, auch ohne Anmeldung']],
      [1, ['Rolle: Redaktion']],
    ])
  })

  it('is not overwritten by who has not seen the last change', async () => {
    const { id } = await run(createAudience, admin, { names: { en: 'Twice' }, rule: EDITORS })
    const change = { id, version: 1, names: { en: 'Twice' }, rule: { all: [] } }
    await run(changeAudience, admin, change)
    await expect(run(changeAudience, admin, change)).rejects.toMatchObject({ reason: 'identity.changed_meanwhile' })
  })

  it('needs a name, a name of its own, and a rule of sane size', async () => {
    await expect(run(createAudience, admin, { names: {}, rule: EDITORS })).rejects.toMatchObject({ code: 'invalid' })
    await run(createAudience, admin, { names: { en: 'Same' }, rule: EDITORS })
    await expect(run(createAudience, admin, { names: { en: 'Same' }, rule: EDITORS })).rejects.toMatchObject({
      code: 'invalid',
    })
    const deep = { not: { not: { not: { not: { not: { not: EDITORS } } } } } }
    await expect(run(createAudience, admin, { names: { en: 'Deep' }, rule: deep })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('stays while something refers to it', async () => {
    const { id } = await run(createAudience, admin, { names: { en: 'Used' }, rule: EDITORS })
    await app.theke.db.updateTable('portals').set({ entry_audience_id: id }).execute()
    await expect(run(deleteAudience, admin, { id })).rejects.toMatchObject({ reason: 'identity.in_use' })
    await app.theke.db.updateTable('portals').set({ entry_audience_id: null }).execute()
    await run(deleteAudience, admin, { id })
    await expect(run(readAudience, admin, { id })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('shows beforehand who would be in it', async () => {
    const { id } = await makePerson(app.theke, { name: 'Zoe Zweig', roles: ['reviewer'] })
    const preview = await run(previewAudience, admin, {
      rule: { all: [{ signedIn: true }, { fact: 'role', in: ['reviewer'] }] },
    })
    expect(preview).toMatchObject({ count: 1, first: [{ id, name: 'Zoe Zweig' }], visitors: false })
  })
})

describe('the editor of audiences', () => {
  it('adds and removes conditions, shows who is in it, and saves, without JavaScript', async () => {
    const anna = browser(app)
    await anna.signIn(email)
    const typed = { 'names.de': 'Netzteam', 'rule.match': 'all', 'rule.count': '0', version: '1' }
    const added = await anna.post('/de/admin/audiences/new', { ...typed, change: 'add ', 'rule.new': 'role' })
    expect(added.body).toContain('value="Netzteam"')
    expect(added.body).toContain('name="rule.0.fact" value="role"')
    const row = {
      'rule.count': '1',
      'rule.0.fact': 'role',
      'rule.0.not': 'is',
      'rule.0.values': 'administrator',
    }
    const preview = await anna.post('/de/admin/audiences/new', { ...typed, ...row, action: 'preview' })
    expect(preview.body).toContain('Rolle: Administration')
    expect(preview.body).toContain('Anna Probe')
    const removed = await anna.post('/de/admin/audiences/new', { ...typed, ...row, change: 'remove 0' })
    expect(removed.body).not.toContain('rule.0.fact')
    const saved = await anna.post('/de/admin/audiences/new', { ...typed, ...row, action: 'save' })
    expect(saved.status).toBe(303)
    expect((await anna.get(saved.to)).body).toContain('Netzteam')
  })

  it('shows a rule of several levels, adds to it, and loses nothing of it when it saves', async () => {
    const anna = browser(app)
    await anna.signIn(email)
    const rule = {
      all: [
        { signedIn: true as const },
        {
          any: [
            { fact: 'role' as const, in: ['editor'] },
            {
              not: {
                all: [
                  { fact: 'tag' as const, in: ['vip'] },
                  { fact: 'language' as const, in: ['el'] },
                ],
              },
            },
          ],
        },
      ],
    }
    const { id } = await run(createAudience, admin, { names: { en: 'Nested people' }, rule })
    const path = `/de/admin/audiences/${id}`
    const shown = fieldsOf((await anna.get(path)).body)
    expect(shown).toMatchObject({ 'rule.1.fact': 'group', 'rule.1.match': 'any', 'rule.1.1.not': 'not' })
    const grown = await anna.post(path, { ...shown, change: 'group 1' })
    const filled = await anna.post(path, { ...fieldsOf(grown.body), change: 'add 1.2', 'rule.1.2.new': 'place' })
    const saved = await anna.post(path, { ...fieldsOf(filled.body), 'rule.1.2.0.values': 'Oststadt', action: 'save' })
    expect(saved.status).toBe(303)
    const stored = await run(readAudience, admin, { id })
    const [first, inner] = rule.all
    expect(stored.rule).toEqual({
      all: [first, { any: [...(inner as { any: object[] }).any, { any: [{ fact: 'place', in: ['Oststadt'] }] }] }],
    })
  })

  it('keeps what was typed when it refuses', async () => {
    const anna = browser(app)
    await anna.signIn(email)
    const refused = await anna.post('/de/admin/audiences/new', {
      action: 'save',
      'words.de': 'Ein Satz ohne Namen',
      'rule.match': 'any',
      'rule.count': '1',
      'rule.0.fact': 'tag',
      'rule.0.not': 'not',
      'rule.0.values': 'vip, neu',
    })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('mindestens einer Sprache')
    expect(refused.body).toContain('Ein Satz ohne Namen')
    expect(refused.body).toContain('value="vip, neu"')
  })

  it('is not there for who may not manage', async () => {
    const ben = browser(app)
    await ben.signIn((await makePerson(app.theke)).email)
    expect((await ben.get('/de/admin/audiences')).status).toBe(403)
  })
})

/** What a browser would send of the form that holds the rule, as far as the server says it in the page. */
function fieldsOf(page: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of page.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    if (name && (!isChoice || / checked/.test(tag))) fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  for (const [, name, options] of page.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    fields[name as string] =
      /<option[^>]*value="([^"]*)"[^>]* selected/.exec(options as string)?.[1] ??
      /<option[^>]* selected[^>]*value="([^"]*)"/.exec(options as string)?.[1] ??
      ''
  return fields
}
