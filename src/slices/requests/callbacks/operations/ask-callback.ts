import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Instant, Line } from '../../../../kernel/schema.ts'
import { findCounter } from '../../counter.ts'
import { openRequest } from '../../open-request.ts'
import { readFormToken, referenceOf } from '../../rules.ts'
import { findType } from '../../store/types.ts'
import { trackingOf } from '../../views.ts'
import { phoneNumberOf } from '../phone-number.ts'
import { lockCallbacks } from '../store.ts'
import { freeSlots } from './list-slots.ts'

/** Agrees on a call at a moment that somebody has chosen; the desk sees it as due then. */
export const askCallback = defineOperation({
  name: 'requests.askCallback',
  summary: 'Ask to be called back at a chosen moment',
  kind: 'command',
  http: { method: 'POST', path: '/callbacks' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  rateLimit: { limit: 10, seconds: 3600, visitors: 100 },
  rateLimitOn: { limit: 20, seconds: 3600, of: ({ number }) => number.replace(/\D/g, '') },
  input: z.object({
    at: Instant.describe('One of `requests.listCallbackSlots`'),
    number: z.string().trim().min(1, { error: 'refusal.required' }).max(40),
    subject: Line(200),
    name: Line(100).optional().describe('Of somebody who is not signed in'),
    formToken: z.string().max(200).optional().describe('Needed on the web when nobody is signed in'),
    website: z.string().max(0, { error: 'requests.write.leaveEmpty' }).optional(),
  }),
  output: z.object({ reference: z.string(), link: z.string(), code: z.string(), at: Instant }),
  async handle(ctx, { at, number, subject, name, formToken }) {
    const form = formToken ? readFormToken(formToken, ctx.installation.secret, ctx.now()) : null
    const isForm = typeof form === 'object' && form !== null
    if (!isForm && ctx.actor.channel === 'web' && ctx.actor.personId === null)
      throw form === 'too_quick'
        ? refuse.conflict('requests.too_quick', 'requests.write.tooQuick')
        : refuse.conflict('requests.form_expired', 'requests.write.formExpired')
    const country = (await findCounter(ctx, ctx.actor.portal))?.holidays.slice(0, 2) ?? ''
    const callbackNumber = phoneNumberOf(number, country)
    if (!callbackNumber) throw refuse.field('number', 'requests.callback.noNumber')
    await lockCallbacks(ctx.db, ctx.actor.portal)
    const wanted = new Date(String(at)).getTime()
    const isFree = (await freeSlots(ctx)).some(({ slots }) => slots.some((slot) => slot.getTime() === wanted))
    if (!isFree) throw refuse.field('at', 'requests.callback.taken')
    const type = await findType(ctx.db, 'callback')
    const { request } = await openRequest(
      ctx,
      {
        type: 'callback',
        subject,
        message: subject,
        contactName: ctx.actor.personId ? null : (name ?? null),
        authorName: ctx.actor.name ?? name ?? null,
        callbackAt: new Date(wanted),
        callbackNumber,
        formKey: isForm ? form.key : null,
      },
      type,
    )
    return { reference: referenceOf(request.number), ...trackingOf(ctx, request), at: request.callback_at ?? at }
  },
})
