import type { Call } from '../../../../kernel/runner.ts'
import { bySystem, type callBy, type openTheke } from '../../../../test/theke.ts'
import { NO_APPROVAL } from '../../approvals/definition.ts'
import { listApprovals } from '../../approvals/operations/list-approvals.ts'
import { NO_FULFILMENT } from '../../fulfilment/definition.ts'
import { openRequest } from '../../open-request.ts'
import { referenceOf } from '../../rules.ts'
import { builders as requestBuilders } from '../../test/builders.ts'
import { beginProcess, type ProcessItem } from '../begin.ts'

type Theke = Awaited<ReturnType<typeof openTheke>>
type Person = ReturnType<typeof callBy>

/** Builds organisations, chains and orders for the tests of approvals and fulfilment. */
export function processBuilders(theke: Theke) {
  const own = requestBuilders(theke)
  return {
    ...own,
    idOf,
    /** Who reports to whom. */
    async manages(manager: Person, ...people: Person[]) {
      for (const person of people)
        await theke.db
          .updateTable('persons')
          .set({ manager_id: idOf(manager) })
          .where('id', '=', idOf(person))
          .execute()
    },
    async costCentre(owner: Person, ...people: Person[]) {
      const { id } = await theke.db
        .insertInto('cost_centres')
        .values({ key: `cc-${crypto.randomUUID().slice(0, 8)}`, names: '{"de":"IT"}', owner_id: idOf(owner) })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (const person of people)
        await theke.db.updateTable('persons').set({ cost_centre_id: id }).where('id', '=', idOf(person)).execute()
      return id
    },
    async team(...members: Person[]) {
      const { id } = await theke.db
        .insertInto('teams')
        .values({ key: `team-${crypto.randomUUID().slice(0, 8)}`, names: '{"de":"IT-Team"}' })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (const member of members)
        await theke.db
          .insertInto('team_members')
          .values({ team_id: id, person_id: idOf(member) })
          .execute()
      return id
    },
    /** Begins what is to be approved and done in a request that there is. */
    begin: (requestId: string, by: Person, items: Partial<ProcessItem>[], forWhom: Person = by) =>
      theke.runner.inCtx(by, (ctx) => beginProcess(ctx, beginning(requestId, by, forWhom, items))),
    /** Somebody orders one or several things. */
    order: (by: Person, items: Partial<ProcessItem>[], forWhom: Person = by) =>
      theke.runner.inCtx(by, async (ctx) => {
        const { request } = await openRequest(ctx, { type: 'change', subject: 'Notebook', message: 'Bitte.' })
        await beginProcess(ctx, beginning(request.id, by, forWhom, items))
        return { id: request.id, reference: referenceOf(request.number) }
      }),
    waiting: async (person: Call) => (await theke.runner.run(listApprovals, person, {})).items,
    stateOf: async (id: string) =>
      theke.db.selectFrom('requests').select(['state', 'ending']).where('id', '=', id).executeTakeFirstOrThrow(),
    itemsOf: (id: string) =>
      theke.db
        .selectFrom('request_items')
        .select(['key', 'state'])
        .where('request_id', '=', id)
        .orderBy('id')
        .execute(),
    events: (type: string) =>
      theke.db.selectFrom('events').select(['type', 'payload']).where('type', '=', type).orderBy('id').execute(),
    inCtx: <T>(work: Parameters<typeof theke.runner.inCtx<T>>[1]) => theke.runner.inCtx(bySystem, work),
  }
}

export function idOf(person: Person): string {
  return person.actor.personId as string
}

function beginning(requestId: string, by: Person, forWhom: Person, items: Partial<ProcessItem>[]) {
  return {
    requestId,
    requesterId: idOf(by),
    beneficiaryId: idOf(forWhom),
    items: items.map((item, n) => ({
      key: `item-${n}`,
      title: { de: 'Notebook LiBook 14', en: 'Notebook LiBook 14' },
      amount: { cents: 129_900, currency: 'EUR' },
      approval: NO_APPROVAL,
      fulfilment: NO_FULFILMENT,
      ...item,
    })),
  }
}
