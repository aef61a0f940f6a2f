import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { audienceChoices } from '../../identity/index.ts'
import { ordering } from '../ordering.ts'

const Rule = z.object({
  forOthers: Id.nullable().describe('Audience that may order for colleagues; null: only those with the permission'),
})

export const readOrdering = defineOperation({
  name: 'catalogue.readOrdering',
  summary: 'Who may order for colleagues',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/ordering' },
  channels: ['web', 'api'],
  requires: 'catalogue.manage',
  input: z.object({}),
  output: Rule.extend({ audiences: z.array(z.object({ value: z.string(), label: z.string() })) }),
  examples: [{ title: 'The rule', input: {} }],
  handle: async (ctx) => ({
    ...(await ctx.settings.get(ordering)),
    audiences: (await audienceChoices(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  }),
})

export const setOrdering = defineOperation({
  name: 'catalogue.setOrdering',
  summary: 'Say who may order for colleagues',
  kind: 'command',
  http: { method: 'PUT', path: '/catalogue/ordering' },
  channels: ['web', 'api'],
  requires: 'catalogue.manage',
  input: Rule,
  output: Rule,
  async handle(ctx, rule) {
    if (rule.forOthers && !(await audienceChoices(ctx)).some((one) => one.id === rule.forOthers))
      throw refuse.field('forOthers', 'catalogue.refusal.audience')
    await ctx.settings.set(ordering, rule)
    return rule
  },
})
