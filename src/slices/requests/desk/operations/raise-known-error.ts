import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Line } from '../../../../kernel/schema.ts'
import { attachTo } from '../attach.ts'
import { KnownErrorView, knownErrorView } from '../known-error-view.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { insertKnownError, knownErrorReference } from '../store/known-errors.ts'
import { Reference } from './read-for-desk.ts'

/** Makes the case of a request one that others can hang on: answered once, it reaches all of them. */
export const raiseKnownError = defineOperation({
  name: 'requests.raiseKnownError',
  summary: 'Raise a known error from a request and attach the request to it',
  kind: 'command',
  http: { method: 'POST', path: '/desk/known-errors' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    reference: Reference,
    title: Line(200),
    words: z.string().trim().max(10_000).default('').describe('For the desk: what it is, and what helps meanwhile'),
  }),
  output: KnownErrorView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, { title, words }, request) {
    const known = await insertKnownError(ctx, { title, words, teamId: request.team_id })
    await attachTo(ctx, request, known)
    ctx.emit({
      type: 'known-error.raised',
      subject: { kind: 'known-error', id: known.id },
      payload: { reference: knownErrorReference(known.number) },
    })
    return knownErrorView(ctx, known)
  },
})
