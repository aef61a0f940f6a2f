import type { Ctx } from '../../kernel/ctx.ts'
import type { Event, Reaction } from '../../kernel/events.ts'
import { promisedAtOf, workingDaysOf } from '../requests/index.ts'
import { isDone } from './rules.ts'
import { listItems, lockByRequest, setPromisedDays } from './store/orders.ts'

/** What was promised for the items of an order moves with the promise of its request: after an approval, or when the desk names another day. */
export const followPromise: Reaction<Ctx> = {
  name: 'catalogue.followPromise',
  on: ['request.promise-changed', 'request.state-changed'],
  async handle(ctx, { subject }: Event) {
    const order = await lockByRequest(ctx.db, subject.id)
    const promise = order && (await promisedAtOf(ctx.db, subject.id))
    if (!order || !promise?.at) return
    const open = (await listItems(ctx.db, order.id)).flatMap(({ id, state, promisedOn }) =>
      promisedOn && !isDone(state) ? [{ id, promisedOn: Temporal.PlainDate.from(promisedOn) }] : [],
    )
    const last = open
      .map(({ promisedOn }) => promisedOn)
      .sort(Temporal.PlainDate.compare)
      .at(-1)
    if (!last) return
    const days = await workingDaysOf(ctx, promise.portal)
    const moved = days.between(last, days.dayOf(promise.at))
    if (moved === 0) return
    await setPromisedDays(
      ctx.db,
      open.map(({ id, promisedOn }) => ({ id, day: later(promisedOn) })),
    )

    function later(day: Temporal.PlainDate): string {
      if (moved > 0) return days.after(day, moved).toString()
      const by = days.dayOf(promise?.at as Date)
      return (Temporal.PlainDate.compare(day, by) > 0 ? by : day).toString()
    }
  },
}
