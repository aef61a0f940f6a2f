import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { answerRows, readDraft } from '../../forms/index.ts'
import { AnswerRowView } from '../answers-view.ts'
import { beginForm } from '../item-form.ts'
import { findCart, listCartItems } from '../store/carts.ts'
import { findHeld } from '../store/held.ts'
import { findOrderable, listOrderable } from '../store/services.ts'
import { ServiceKey } from './read.ts'

/** Begins the form of a service; earlier answers are taken over from one of my services or from an item of the cart. */
export const fillIn = defineOperation({
  name: 'catalogue.fillIn',
  summary: 'Begin the form of a service; gives the address where it is filled in',
  kind: 'command',
  http: { method: 'POST', path: '/services/{key}/answers' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({
    key: ServiceKey,
    changes: Id.optional().describe('One of my services that is to be changed'),
    draft: z.string().max(60).optional().describe('Answers that were begun before signing in: they are gone on with'),
  }),
  output: z.object({ address: z.string().describe('Of the draft: /fill/{address}') }),
  load: (ctx, { key }) => findOrderable(ctx, key),
  async handle(ctx, { key, changes, draft }, { definition }) {
    if (!changes) {
      const begun = draft ? await readDraft(ctx, draft) : undefined
      return { address: await beginForm(ctx, definition, `/services/${key}/order`, begun?.answers) }
    }
    const held = await findHeld(ctx, changes)
    if (!held || held.serviceKey !== key) throw refuse.notFound()
    return { address: await beginForm(ctx, definition, `/my-services/${changes}/change`, held.answers) }
  },
})

/** Fills in an item of the cart again, because its form has changed or something was wrong. */
export const fillInAgain = defineOperation({
  name: 'catalogue.fillInAgain',
  summary: 'Fill in the form of an item in my cart again, beginning with its answers',
  kind: 'command',
  http: { method: 'POST', path: '/cart/items/{id}/answers' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: z.object({ address: z.string() }),
  async handle(ctx, { id }) {
    const cart = await findCart(ctx)
    const item = cart && (await listCartItems(ctx, cart.id)).find((one) => one.id === id)
    const service = item && (await listOrderable(ctx, [item.serviceId])).get(item.serviceId)
    if (!item || !service) throw refuse.notFound()
    return { address: await beginForm(ctx, service.definition, `/cart/items/${id}`, item.answers) }
  },
})

/** Answers that are ready to be put into the cart, in words. */
export const readFilledIn = defineOperation({
  name: 'catalogue.readFilledIn',
  summary: 'Read the answers that I gave for a service, before it goes into the cart',
  kind: 'query',
  http: { method: 'GET', path: '/answers/{draft}' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ draft: z.string().max(60) }),
  output: z.object({ rows: z.array(AnswerRowView), isComplete: z.boolean() }),
  load: (ctx, { draft }) => readDraft(ctx, draft),
  handle: async (ctx, _input, { form, checked }) => ({
    rows: await answerRows(ctx, form.definition, checked.answers),
    isComplete: checked.issues.length === 0,
  }),
})
