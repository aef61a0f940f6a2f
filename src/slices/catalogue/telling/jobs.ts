import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event, Reaction } from '../../../kernel/events.ts'
import type { Job } from '../../../kernel/slice.ts'
import { audiencesOfPerson } from '../../identity/index.ts'
import { findAnnouncement } from '../store/announcements.ts'
import { type Affected, listAffected, takeMoved } from './store.ts'

/** What happens to an order within so long is told at once. */
const TOGETHER_MS = 60_000
/** So many people in one transaction. */
const BATCH = 100

const TELL_ORDER = 'catalogue.tellOrder'
const TELL_AFFECTED = 'catalogue.tellAffected'

/** Collects what is to be told: of an order all at once, of an announcement in batches. */
export const tellingReactions: readonly Reaction<Ctx>[] = [
  { name: 'catalogue.collectForOrder', on: ['order.item-moved'], handle: collect },
  { name: 'catalogue.collectAffected', on: ['announcement.made', 'announcement.ended'], handle: begin },
]

export const tellingJobs: readonly Job[] = [
  {
    name: TELL_ORDER,
    async handle(ctx, { order }) {
      const moved = await takeMoved(ctx, String(order))
      const items = moved
        .filter((item) => !item.isOwnDoing && (item.state !== 'fulfilment' || item.wasAsked))
        .filter((item) => item.state !== 'approval' && item.state !== 'ordered')
        .map(({ id, state }) => ({ id, state }))
      if (items.length > 0)
        ctx.emit({ type: 'order.progressed', subject: { kind: 'order', id: String(order) }, payload: { items } })
    },
  },
  {
    name: TELL_AFFECTED,
    async handle(ctx, { announcement, portal, isOver, after }) {
      const id = String(announcement)
      const page = { after: typeof after === 'string' ? after : null, limit: BATCH }
      const affected = await listAffected(ctx, id, page)
      const people = await affects(ctx, id, affected)
      if (people.length > 0)
        ctx.emit({
          type: 'announcement.told',
          subject: { kind: 'announcement', id },
          payload: { isOver, people: people.map((one) => ({ ...one, portal: one.portal ?? portal })) },
        })
      const last = affected.at(-1)?.personId
      if (affected.length === BATCH && last)
        await ctx.jobs.enqueue(TELL_AFFECTED, { announcement: id, portal, isOver, after: last })
    },
  },
]

async function collect(ctx: Ctx, { subject }: Event) {
  const startAfter = new Date(ctx.now().getTime() + TOGETHER_MS)
  await ctx.jobs.enqueue(TELL_ORDER, { order: subject.id }, { key: `${TELL_ORDER}:${subject.id}`, startAfter })
}

/** The end of maintenance was announced with it. */
async function begin(ctx: Ctx, { type, subject, portal }: Event) {
  const announcement = await findAnnouncement(ctx.db, subject.id)
  const isOver = type === 'announcement.ended'
  if (!announcement || (isOver && announcement.kind === 'maintenance')) return
  await ctx.jobs.enqueue(TELL_AFFECTED, { announcement: subject.id, portal, isOver, after: null })
}

/** Of those who have the service, whom the announcement affects. */
async function affects(ctx: Ctx, announcementId: string, people: readonly Affected[]): Promise<Affected[]> {
  const audience = (await findAnnouncement(ctx.db, announcementId))?.audienceId ?? null
  if (audience === null) return [...people]
  const audiences = await Promise.all(people.map((one) => audiencesOfPerson(ctx, one.personId)))
  return people.filter((_one, n) => audiences[n]?.has(audience))
}
