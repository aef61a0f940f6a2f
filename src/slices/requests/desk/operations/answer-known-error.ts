import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { LangSchema } from '../../../../kernel/schema.ts'
import { nextStates } from '../../rules.ts'
import { fillIn } from '../fill-in.ts'
import { answerWith } from '../run-steps.ts'
import { EVERYTHING, NOTHING, sightOf } from '../sight.ts'
import { listAttached, updateKnownError } from '../store/known-errors.ts'
import { KnownErrorReference, loadKnownError } from './read-known-error.ts'

/** One answer reaches so many requests at a stroke at most. */
const MOST_ANSWERED = 500

/** Answers everybody whose request hangs on a known error, each in their own language; solved, all of them are solved. */
export const answerKnownError = defineOperation({
  name: 'requests.answerKnownError',
  summary: 'Answer all requests that hang on a known error, each in its own language; and solve them when it is solved',
  kind: 'command',
  http: { method: 'POST', path: '/desk/known-errors/{error}/answers' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    error: KnownErrorReference,
    texts: z
      .partialRecord(LangSchema, z.string().trim().max(20_000))
      .refine((texts) => Object.values(texts).some(Boolean), { error: 'refusal.required' })
      .describe(
        'By language, with {name}, {reference}, {promise}, {me}; a language that is missing gets the first one',
      ),
    isSolved: z.boolean().default(false),
  }),
  output: z.object({ answered: z.number(), left: z.number().describe('Closed ones, that nobody can answer any more') }),
  load: (ctx, { error }) => loadKnownError(ctx, error, { lock: true }),
  async handle(ctx, { texts, isSolved }, known) {
    if (known.state === 'solved') throw refuse.conflict('requests.error_solved', 'requests.desk.error.isSolved')
    const bodies = Object.fromEntries(Object.entries(texts).filter(([, text]) => text))
    // Those that the actor may not see are answered as well; nothing says so, and they do not become the actor's.
    const sight = (await sightOf(ctx)) ?? NOTHING
    const seen = new Set((await listAttached(ctx.db, known.id, sight, { limit: MOST_ANSWERED })).map(({ id }) => id))
    const requests = await listAttached(ctx.db, known.id, EVERYTHING, { limit: MOST_ANSWERED, lock: true })
    const state = isSolved ? 'solved' : 'open'
    let answered = 0
    for (const request of requests) {
      const then = request.state === state || nextStates(request.state).includes(state) ? state : null
      if (request.state === 'closed' || then === null) continue
      const takes = seen.has(request.id)
      await answerWith(ctx, request, await fillIn(ctx, { bodies }, request), then, { takes })
      if (takes) answered++
    }
    if (isSolved) {
      await updateKnownError(ctx, known.id, { state: 'solved', solved_at: ctx.now() })
      ctx.emit({ type: 'known-error.solved', subject: { kind: 'known-error', id: known.id } })
    } else await updateKnownError(ctx, known.id, {})
    return { answered, left: seen.size - answered }
  },
})
