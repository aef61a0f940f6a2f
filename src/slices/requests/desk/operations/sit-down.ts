import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { namesOfPersons } from '../../../identity/index.ts'
import { topicOf } from '../live.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { listSeats, putSeat } from '../store/seats.ts'
import { Reference } from './read-for-desk.ts'

/** Says that one has a request open or is writing to it, keeps what was written so far, and hears who else is there. */
export const sitDown = defineOperation({
  name: 'requests.sitDown',
  summary: 'Say that one has a request open or is writing, keep the draft, and hear who else is there',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/requests/{reference}/seat' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    reference: Reference,
    isOpen: z.boolean().default(true).describe('False: one has left it'),
    isWriting: z.boolean().default(false),
    draft: z.object({ as: z.enum(['answer', 'note']), text: z.string().max(20_000) }).optional(),
  }),
  output: z.object({
    others: z.array(z.object({ id: Id, name: z.string(), isWriting: z.boolean() })),
  }),
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference),
  async handle(ctx, { isOpen, isWriting, draft }, request) {
    const { personId, name } = ctx.actor
    if (personId === null) throw refuse.forbidden()
    await putSeat(ctx, request.id, { isOpen, isWriting: isOpen && isWriting, draft })
    await ctx.live.tell({
      topic: topicOf(request.id),
      name: 'presence',
      payload: { person: personId, name, isOpen, isWriting: isOpen && isWriting },
    })
    const others = (await listSeats(ctx, request.id)).filter((seat) => seat.isHere && seat.personId !== personId)
    const names = await namesOfPersons(
      ctx,
      others.map((seat) => seat.personId),
    )
    return {
      others: others.map((seat) => ({
        id: seat.personId,
        name: names.get(seat.personId) ?? '',
        isWriting: seat.isWriting,
      })),
    }
  },
})
