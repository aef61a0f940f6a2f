import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { defineEffect, type EffectCause } from '../../kernel/effect.ts'
import { refuse } from '../../kernel/refusal.ts'
import { reportingOf } from '../identity/index.ts'
import { namesOf, textsIn } from './content.ts'
import { activate, hasEnded } from './deliver.ts'
import { endOnce, insertHeld } from './store/held.ts'
import { findByRequest, listItems } from './store/orders.ts'
import { findOrderable, listVisible } from './store/services.ts'

/**
 * Makes a service one of those that the person has for whom something was ordered: the ordered one, before everything else of its plan is
 * done, or another one that comes with it. A plan may run it again: an item brings its service once, and so does a plan each other one.
 */
export const activateService = defineEffect({
  name: 'catalogue.activate',
  title: 'catalogue.effect.activate',
  input: z.object({ service: z.string().max(100).default('').describe('Key; empty: the one that was ordered') }),
  fields: [{ key: 'service', title: 'catalogue.effect.service', choices }],
  async run(ctx, cause, { service }) {
    const personId = cause.beneficiaryId ?? cause.requesterId
    if (personId === null || !(await reportingOf(ctx, { personIds: [personId], teamIds: [] })).isActive(personId))
      throw refuse.conflict('catalogue.beneficiary_gone', 'catalogue.refusal.beneficiaryGone')
    const order = await findByRequest(ctx.db, cause.requestId)
    const item = order && (await listItems(ctx.db, order.id)).find((one) => one.id === cause.itemKey)
    if (order && item && (service === '' || service === item.serviceKey))
      return activate(ctx, order, item, { always: true })
    if (service === '') throw refuse.conflict('catalogue.nothing_ordered', 'catalogue.refusal.nothingOrdered')
    return activateOther(ctx, cause, personId, service)
  },
  // The ordered one has ended by then; what came with it ends too.
  async undo(ctx, cause, { service }) {
    const id = await endOnce(ctx, onceKeyOf(cause, service))
    if (id) await hasEnded(ctx, id)
  },
})

/** A service that was not ordered by itself comes with its prices and texts of today. */
async function activateOther(ctx: Ctx, cause: EffectCause, personId: string, key: string): Promise<boolean> {
  const service = await findOrderable(ctx, key)
  if (!service) throw refuse.conflict('catalogue.service_gone', 'catalogue.refusal.serviceGone', { service: key })
  const id = await insertHeld(ctx, {
    personId,
    serviceId: service.id,
    itemId: null,
    onceKey: onceKeyOf(cause, key),
    names: namesOf(service.definition),
    quantity: 1,
    price: service.definition.price,
    formId: null,
    formVersion: null,
    answers: {},
  })
  if (id) ctx.emit({ type: 'my-service.begun', subject: { kind: 'my-service', id } })
  return id !== undefined
}

const onceKeyOf = ({ requestId, itemKey }: EffectCause, key: string) => `${requestId}:${itemKey}:${key}`

async function choices(ctx: Ctx) {
  const services = await listVisible(ctx, {}, { after: null, limit: 500 })
  return [
    { value: '', label: ctx.t('catalogue.effect.ordered') },
    ...services.map(({ key, definition }) => ({ value: key, label: textsIn(definition, ctx.lang).name || key })),
  ]
}
