import { beforeAll, describe, expect, it } from 'vitest'
import { openTheke } from '../../../../test/theke.ts'
import { change } from '../../desk/operations/change.ts'
import { idOf, processBuilders } from '../../process/test/builders.ts'
import { undoEffects } from '../undo-effects.ts'

const theke = await openTheke()
const make = processBuilders(theke)
type Person = Awaited<ReturnType<typeof make.person>>
let team: string

const effect = (name: string, input: object) =>
  ({
    stages: [{ work: [{ kind: 'effect', key: 'by-itself', title: { de: 'Zugang' }, effect: name, input }] }],
  }) as never

async function role(key: string, permission?: string) {
  const { id } = await theke.db
    .insertInto('roles')
    .values({ key, names: JSON.stringify({ de: key }), words: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (permission) await theke.db.insertInto('role_permissions').values({ role_id: id, permission }).execute()
  return id
}

const rolesOf = async (person: Person) =>
  (
    await theke.db
      .selectFrom('person_roles as m')
      .innerJoin('roles as r', 'r.id', 'm.role_id')
      .select('r.key')
      .where('m.person_id', '=', idOf(person))
      .execute()
  ).map((row) => row.key)

const isInTeam = async (person: Person) =>
  (
    await theke.db
      .selectFrom('team_members')
      .where('person_id', '=', idOf(person))
      .where('team_id', '=', team)
      .selectAll()
      .execute()
  ).length > 0

/** Orders it for somebody and lets Theke do it. */
async function order(by: Person, name: string, input: object, forWhom = by) {
  const { id } = await make.order(by, [{ fulfilment: effect(name, input) }], forWhom)
  await theke.drain()
  return id
}

/** What was ordered is over, and that is told twice. */
async function end(requestId: string) {
  for (const _time of [1, 2])
    await theke.runner.inCtx({ actor: (await make.person('Theke')).actor, lang: 'de' }, (ctx) =>
      undoEffects(ctx, { requestId, itemKey: 'item-0' }),
    )
  await theke.drain()
}

beforeAll(async () => {
  team = await make.team()
  await role('map-readers')
  await role('map-admins', 'knowledge.publish')
})

describe('what Theke does by itself when something is ordered', () => {
  it('gives the role to whom it was ordered for, and takes it away when that ends', async () => {
    const [orderer, colleague] = [await make.person('Okafor'), await make.person('Krause')]
    const id = await order(orderer, 'identity.giveRole', { role: 'map-readers' }, colleague)
    expect(await rolesOf(colleague)).toEqual(['map-readers'])
    expect(await rolesOf(orderer)).toEqual([])
    expect(await make.stateOf(id)).toMatchObject({ state: 'solved' })
    await end(id)
    expect(await rolesOf(colleague)).toEqual([])
    const said = await theke.db.selectFrom('request_entries').select('detail').where('request_id', '=', id).execute()
    expect(said.filter(({ detail }) => (detail as { state?: string }).state === 'undone')).toHaveLength(1)
  })

  it('keeps what was given when the desk solves the rest by hand, and takes it back when the request ends otherwise', async () => {
    const agent = await make.person('Lindner', ['requests.work'])
    const { stages } = effect('identity.giveRole', { role: 'map-readers' }) as { stages: object[] }
    const task = { kind: 'task', key: 'key', title: { de: 'Schlüssel' }, teamId: team, checklist: [] }
    const plan = { stages: [...stages, { work: [task] }] } as never
    for (const [way, roles, item] of [
      [['solved', 'closed'], ['map-readers'], 'finished'],
      [['closed'], [], 'cancelled'],
    ] as const) {
      const person = await make.person('Okafor')
      const { id, reference } = await make.order(person, [{ fulfilment: plan }])
      await theke.drain()
      expect(await rolesOf(person)).toEqual(['map-readers'])
      for (const state of way) {
        await theke.runner.run(change, agent, { reference, state, reason: 'notPossible' })
        await theke.drain()
      }
      expect(await rolesOf(person)).toEqual(roles)
      expect(await make.itemsOf(id)).toMatchObject([{ state: item }])
    }
  })

  it('lets into the team, and out again', async () => {
    const person = await make.person('Brandt')
    const id = await order(person, 'identity.joinTeam', { teamId: team })
    expect(await isInTeam(person)).toBe(true)
    await end(id)
    expect(await isInTeam(person)).toBe(false)
  })

  it('leaves what something else brings as well, until that has ended too', async () => {
    const person = await make.person('Wagner')
    const first = await order(person, 'identity.giveRole', { role: 'map-readers' })
    const second = await order(person, 'identity.giveRole', { role: 'map-readers' })
    await end(first)
    expect(await rolesOf(person)).toEqual(['map-readers'])
    await end(second)
    expect(await rolesOf(person)).toEqual([])
  })

  it('leaves what somebody had before they ordered it', async () => {
    const person = await make.person('Seidl')
    await theke.db
      .insertInto('team_members')
      .values({ team_id: team, person_id: idOf(person) })
      .execute()
    await end(await order(person, 'identity.joinTeam', { teamId: team }))
    expect(await isInTeam(person)).toBe(true)
  })

  it('never gives a role that holds permissions', async () => {
    const person = await make.person('Hofer')
    const id = await order(person, 'identity.giveRole', { role: 'map-admins' })
    expect(await rolesOf(person)).toEqual([])
    const work = await theke.db
      .selectFrom('fulfilment_work')
      .select(['state', 'reason'])
      .where('request_id', '=', id)
      .execute()
    expect(work).toEqual([{ state: 'failed', reason: expect.stringContaining('permissions') }])
  })

  it('offers only roles without permissions in the editor', async () => {
    const choices = await make.inCtx(async (ctx) => {
      const field = ctx.effects.find((one) => one.name === 'identity.giveRole')?.fields?.[0]
      return (await field?.choices?.(ctx))?.map((choice) => choice.value)
    })
    expect(choices).toContain('map-readers')
    expect(choices).not.toContain('map-admins')
    expect(choices).not.toContain('administrator')
  })
})
