import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Line } from '../../../kernel/schema.ts'
import { TypeKey } from '../request-type.ts'
import { readFormToken } from '../rules.ts'
import { insertSolvedBefore } from '../store/solved-before.ts'

const Read = z.object({ title: Line(200), path: z.string().regex(/^\/[^\s]{0,300}$/) })

/** Somebody found the answer while they were writing: nothing is sent, and the case counts as solved. */
export const solveBefore = defineOperation({
  name: 'requests.solveBefore',
  summary: 'Say that an answer solved it before the message was sent',
  kind: 'command',
  http: { method: 'POST', path: '/requests/solved-before-writing' },
  channels: ['web', 'api'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 3600, visitors: 200 },
  input: z.object({
    subject: Line(200).catch('–'),
    type: TypeKey.default('message'),
    read: z.array(Read).max(20).default([]),
    formToken: z.string().max(200).describe('From `requests.openForm`: the same form counts once'),
  }),
  output: z.object({ counted: z.boolean() }),
  async handle(ctx, { subject, type, read, formToken }) {
    const form = readFormToken(formToken, ctx.installation.secret, ctx.now())
    if (typeof form !== 'object') return { counted: false }
    const { portal, personId } = ctx.actor
    const id = await insertSolvedBefore(ctx.db, {
      formKey: form.key,
      personId,
      portal,
      lang: ctx.lang,
      type,
      subject,
      read,
      now: ctx.now(),
    })
    if (!id) return { counted: false }
    ctx.emit({
      type: 'request.solved-before-writing',
      subject: { kind: 'solved-before-writing', id },
      payload: { type, read: read.map((one) => one.path) },
    })
    return { counted: true }
  },
})
