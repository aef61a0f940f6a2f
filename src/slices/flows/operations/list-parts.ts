import { z } from 'zod'
import { TARGET_KINDS } from '../../../kernel/flow-parts.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { audienceChoices, portalChoices } from '../../identity/index.ts'

const Choice = z.object({ key: z.string(), title: z.string() })

/** What steps may refer to: look-ups, things to lead to, audiences, portals. */
export const listParts = defineOperation({
  name: 'flows.listParts',
  summary:
    'List what guided help may refer to: look-ups, articles, services, forms and bookings to lead to, audiences, portals',
  kind: 'query',
  http: { method: 'GET', path: '/flow-parts' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  input: z.object({
    targets: z.enum(TARGET_KINDS).optional().describe('Only things of this kind are listed, at most 500'),
  }),
  output: z.object({
    lookups: z.array(Choice),
    targetKinds: z.array(z.enum(TARGET_KINDS)).describe('Kinds that something can be chosen from'),
    targets: z.array(Choice),
    audiences: z.array(Choice),
    portals: z.array(Choice),
  }),
  examples: [{ title: 'Articles to lead to', input: { targets: 'article' } }],
  async handle(ctx, { targets }) {
    const source = ctx.flowTargets.find(({ kind }) => kind === targets)
    return {
      lookups: ctx.flowLookups.map(({ name, title }) => ({ key: name, title: ctx.t(title) })),
      targetKinds: ctx.flowTargets.map(({ kind }) => kind),
      targets: source ? await source.choices(ctx) : [],
      audiences: (await audienceChoices(ctx)).map(({ key, name }) => ({ key, title: name })),
      portals: (await portalChoices(ctx)).map(({ key, name }) => ({ key, title: name })),
    }
  },
})
