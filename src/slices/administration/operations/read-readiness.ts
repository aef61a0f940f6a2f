import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'

/** What is still missing before people are let in, asked of every slice. */
export const readReadiness = defineOperation({
  name: 'administration.readReadiness',
  summary: 'What is still missing before going live',
  kind: 'query',
  http: { method: 'GET', path: '/going-live' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({}),
  output: z.object({
    steps: z.array(z.object({ title: z.string(), hint: z.string(), path: z.string(), done: z.boolean() })),
    missing: z.number(),
  }),
  examples: [{ title: 'What is missing', input: {} }],
  async handle(ctx) {
    const steps = []
    // One after the other: a transaction has one connection, and there are few.
    for (const { title, hint, path, done } of ctx.readiness)
      steps.push({ title: ctx.t(title), hint: ctx.t(hint), path, done: await done(ctx) })
    return { steps, missing: steps.filter((step) => !step.done).length }
  },
})
