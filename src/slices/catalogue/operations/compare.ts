import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ServiceView, serviceView } from '../service-view.ts'
import { findVisible, type Service } from '../store/services.ts'
import { ServiceKey } from './read.ts'

/** So many services stand side by side at most. */
export const MOST_COMPARED = 4

export const compare = defineOperation({
  name: 'catalogue.compare',
  summary: 'Put two to four services side by side',
  kind: 'query',
  http: { method: 'GET', path: '/service-comparisons' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  shared: true,
  input: z.object({
    keys: z
      .array(ServiceKey)
      .or(ServiceKey.transform((key) => [key]))
      .describe('Keys of services; those one may not see are left out'),
  }),
  output: z.object({ items: z.array(ServiceView) }),
  examples: [{ title: 'Two tariffs', input: { keys: ['green-power', 'night-power'] } }],
  async handle(ctx, { keys }) {
    const wanted = [...new Set(keys)].slice(0, MOST_COMPARED)
    if (wanted.length === 0) throw refuse.field('keys', 'refusal.required')
    const services = (await Promise.all(wanted.map((key) => findVisible(ctx, key)))).filter(
      (one): one is Service => one !== undefined,
    )
    return { items: await Promise.all(services.map((service) => serviceView(ctx, service))) }
  },
})
