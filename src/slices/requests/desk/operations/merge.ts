import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { move } from '../../move.ts'
import { countItems } from '../../process/store/items.ts'
import { nextStates, referenceOf } from '../../rules.ts'
import { insertEntry } from '../../store/entries.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { isSamePerson } from '../merging.ts'
import { isKeptToTeam } from '../sight.ts'
import { findRequestForDesk, updateForDesk } from '../store/desk.ts'
import { insertMerge } from '../store/merging.ts'
import { Reference } from './read-for-desk.ts'

/**
 * Lets a request go on in another one of the same person. Not a word is moved: the timeline of the merged one is shown in the target, its
 * requester is told the way, and links of whoever has an account lead there. Can be undone for a day. Gives the target.
 */
export const merge = defineOperation({
  name: 'requests.merge',
  summary: 'Let a request go on in another request of the same person; can be undone for a day',
  kind: 'command',
  http: { method: 'POST', path: '/desk/requests/{reference}/merging' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ reference: Reference, into: Reference }),
  output: DeskView,
  // The older one is locked first, so that two mergings of the same pair cannot wait for each other.
  async load(ctx, { reference, into }) {
    const [first, second] = [reference, into].sort()
    const a = await findRequestForDesk(ctx, first as string, { lock: true })
    const b = await findRequestForDesk(ctx, second as string, { lock: true })
    const [request, target] = first === reference ? [a, b] : [b, a]
    return request ? { request, target } : undefined
  },
  async handle(ctx, _input, { request, target }) {
    if (!target) throw refuse.field('into', 'requests.desk.merge.noSuch')
    if (target.id === request.id) throw refuse.field('into', 'requests.desk.merge.itself')
    if (target.state === 'closed' || target.merged_into_id) throw refuse.field('into', 'requests.desk.merge.closed')
    // Whoever sees one of them is to see no trace of the other that they may not see.
    if ((await isKeptToTeam(ctx, request)) !== (await isKeptToTeam(ctx, target)))
      throw refuse.field('into', 'requests.desk.merge.teamOnly')
    if (!isSamePerson(request, target)) throw refuse.field('into', 'requests.desk.merge.otherPerson')
    if (request.merged_into_id || !nextStates(request.state).includes('closed'))
      throw refuse.conflict('requests.closed', 'requests.desk.merge.over')
    // What is being approved or done goes on where it was begun.
    const items = await countItems(ctx.db, request.id)
    if (items.has('approval') || items.has('fulfilment'))
      throw refuse.conflict('requests.under_way', 'requests.desk.merge.underWay')
    await insertMerge(ctx.db, {
      request_id: request.id,
      into_id: target.id,
      state: request.state,
      assignee_id: request.assignee_id,
      by_id: ctx.actor.personId,
      at: ctx.now(),
    })
    await move(ctx, request, { to: 'closed', side: 'desk', ending: 'merged' })
    await updateForDesk(ctx.db, request.id, { merged_into_id: target.id })
    const link = { kind: 'link', side: 'desk' } as const
    await insertEntry(ctx, request.id, { ...link, detail: { how: 'merged', reference: referenceOf(target.number) } })
    await insertEntry(ctx, target.id, { ...link, detail: { how: 'merged', reference: referenceOf(request.number) } })
    ctx.emit({ type: 'request.merged', subject: { kind: 'request', id: request.id }, payload: { into: target.id } })
    ctx.emit({ type: 'request.changed', subject: { kind: 'request', id: target.id } })
    return deskView(ctx, target)
  },
})
