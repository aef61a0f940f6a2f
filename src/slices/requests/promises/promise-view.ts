import { z } from 'zod'
import { addBusinessMinutes } from '../../../kernel/business-hours.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Instant } from '../../../kernel/schema.ts'
import { serviceTimeOf } from '../counter.ts'
import { isPause, isPromiseAhead, isSolutionPromised } from '../rules.ts'
import type { Entry } from '../store/entries.ts'
import { findPace } from '../store/paces.ts'
import type { Request } from '../store/requests.ts'

/** Why a promise moved. */
export const MOVE_REASONS = ['desk', 'paused', 'approval', 'slip-new', 'slip-open', 'priority'] as const

/** What was promised, and how it stands. */
export const PromiseView = z.object({
  kind: z.enum(['answer', 'solution', 'callback']),
  at: Instant.nullable(),
  isAhead: z.boolean().describe('It still has to be kept'),
  pausedSince: Instant.nullable().describe('It stands still: somebody else is to act'),
  moved: z
    .object({
      from: Instant.nullable(),
      reason: z.enum(MOVE_REASONS),
      by: z.string().nullable().describe('Whose approval was waited for'),
      outside: z.boolean().describe('Nights, weekends or holidays lie between the dates; in them no time counts'),
      words: z.string().nullable().describe('The reason in the words of the desk'),
      at: Instant,
    })
    .nullable()
    .describe('The last time that it moved'),
  usually: z
    .object({ half: Instant, most: Instant, cases: z.number() })
    .nullable()
    .describe('Until when cases like this one were solved: half of them, and 85 of 100; from at least 30 of them'),
})

/** What was promised for a request, from its row and its timeline. */
export async function promiseView(
  ctx: Ctx,
  request: Request,
  entries: readonly Entry[],
): Promise<z.input<typeof PromiseView>> {
  const isOver = request.state === 'solved' || request.state === 'closed'
  return {
    kind: kindOf(request),
    at: request.promised_at,
    isAhead: !isOver && request.promised_at !== null && isPromiseAhead(request),
    pausedSince: isPause(request.state) ? request.paused_at : null,
    moved: movedOf(entries),
    usually: isOver ? null : await usualOf(ctx, request),
  }
}

/** What comes next: the call, the first answer where one is promised, then the solution. */
function kindOf(request: Request) {
  if (request.callback_at && !request.answered_at) return 'callback'
  return isSolutionPromised(request) ? 'solution' : 'answer'
}

function movedOf(entries: readonly Entry[]) {
  const last = entries.findLast((entry) => entry.kind === 'promise')
  if (!last) return null
  const { from, reason, by, outside } = last.detail as {
    from?: string | null
    reason?: string
    by?: string | null
    outside?: boolean
  }
  const known = MOVE_REASONS.find((one) => one === reason) ?? 'desk'
  return { from: from ?? null, reason: known, by: by ?? null, outside: outside === true, words: last.body, at: last.at }
}

async function usualOf(ctx: Ctx, request: Request) {
  const pace = await findPace(ctx.db, request)
  const time = pace && (await serviceTimeOf(ctx, request.portal))
  if (!pace || !time) return null
  const after = (minutes: number) =>
    addBusinessMinutes(time.hours, time.isHoliday, request.created_at, minutes + request.paused_minutes)
  const [half, most] = [after(pace.half), after(pace.most)]
  // What takes longer than nearly all others is told nothing by what is usual.
  if (!half || !most || most <= ctx.now()) return null
  return { half, most, cases: pace.cases }
}
