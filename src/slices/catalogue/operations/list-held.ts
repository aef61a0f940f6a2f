import { z } from 'zod'
import { Money } from '../../../kernel/money.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { HeldView, heldView } from '../held-view.ts'
import { sumsOf } from '../rules.ts'
import { listHeld as listStored } from '../store/held.ts'

export const listHeld = defineOperation({
  name: 'catalogue.listMyServices',
  summary: 'List the services that I have, and what they cost every month',
  kind: 'query',
  http: { method: 'GET', path: '/my-services' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'signed-in',
  input: z.object({}),
  output: z.object({ items: z.array(HeldView), monthly: Money }),
  examples: [{ title: 'Mine', input: {} }],
  async handle(ctx) {
    const held = await listStored(ctx)
    const running = held.filter((one) => one.state !== 'ended')
    const { monthly } = sumsOf(running, running[0]?.price.currency ?? 'EUR')
    return { items: held.map((one) => heldView(ctx, one)), monthly }
  },
})
