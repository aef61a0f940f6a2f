import { z } from 'zod'
import { Field } from '../../../../kernel/form/definition.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { personChoices, teamChoices } from '../../../identity/index.ts'
import { conditionFields, SUBJECTS } from '../../approvals/conditions.ts'
import { listWebhooks } from '../../fulfilment/store/webhooks.ts'
import { mayDefine } from '../may-define.ts'

const ProcessChoices = z.object({
  people: z.array(z.object({ id: Id, name: z.string() })),
  teams: z.array(z.object({ id: Id, name: z.string() })),
  webhooks: z.array(z.object({ key: z.string(), title: z.string() })),
  fields: z.array(Field).describe('What the conditions of a chain may look at'),
  effects: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      fields: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          choices: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
        }),
      ),
    }),
  ),
})
export type ProcessChoices = z.infer<typeof ProcessChoices>

/** What chains of approval and plans of fulfilment can be made of. */
export const listProcessChoices = defineOperation({
  name: 'requests.listProcessChoices',
  summary: 'List the people, teams, fields, web hooks and built-in effects that chains and plans can be made of',
  kind: 'query',
  http: { method: 'GET', path: '/process-choices' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({
    of: z.enum(SUBJECTS).default('request').describe('What is approved: an order has an amount and a quantity'),
    form: z.string().max(100).optional().describe('Key of the form that is filled in for it'),
  }),
  output: ProcessChoices,
  access: (ctx) => mayDefine(ctx.actor),
  async handle(ctx, { of, form }) {
    const effects = []
    for (const effect of ctx.effects) {
      const fields = []
      for (const { key, title, choices } of effect.fields ?? [])
        fields.push({ key, title: ctx.t(title), choices: choices ? await choices(ctx) : null })
      effects.push({ name: effect.name, title: ctx.t(effect.title), fields })
    }
    return {
      people: await personChoices(ctx),
      teams: await teamChoices(ctx),
      webhooks: (await listWebhooks(ctx.db)).filter((one) => one.is_on),
      fields: await conditionFields(ctx, form ?? null, of),
      effects,
    }
  },
})
