import type { z } from 'zod'
import type { OwnAnswer } from '../../../kernel/answerable.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { TextKey } from '../../../kernel/text.ts'
import { formatsOf } from '../../../ui/formats.ts'
import { timeZoneOf } from '../hours.ts'
import type { RequestSummary } from '../views.ts'

/** Own requests in an answer. */
export const SHOWN = 3
/** More than these are "more than", not counted to the end. */
export const MOST_COUNTED = 50

/** A request in an answer: what it is about, how it stands and what we promised. */
export async function itemOf(
  ctx: Ctx,
  request: z.output<typeof RequestSummary>,
): Promise<NonNullable<OwnAnswer['items']>[number]> {
  const format = formatsOf(ctx.lang, await timeZoneOf(ctx.settings))
  const state = ctx.t(`requests.state.${request.state}` as TextKey)
  const note =
    request.promisedAt && !request.answeredAt
      ? ctx.t('requests.answerable.byDay', { state, day: format.day(request.promisedAt) })
      : state
  return { title: request.subject, note: `${request.reference} · ${note}`, path: `/requests/${request.reference}` }
}
