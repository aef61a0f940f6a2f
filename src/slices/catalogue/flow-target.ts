import type { FlowTarget } from '../../kernel/flow-parts.ts'
import { answersFromTexts } from '../../kernel/form/answers-from-texts.ts'
import { readDraft } from '../forms/index.ts'
import { textsIn } from './content.ts'
import { beginForm, formOf } from './item-form.ts'
import { findOrderable, findVisible, listVisible } from './store/services.ts'

/** Services as ends of guided help; the form of one is begun with what was answered. */
export const serviceTarget: FlowTarget = {
  kind: 'service',
  async choices(ctx) {
    const services = await listVisible(ctx, {}, { after: null, limit: 500 })
    return services.map(({ key, definition }) => ({ key, title: textsIn(definition, ctx.lang).name }))
  },
  async find(ctx, key) {
    const service = await findVisible(ctx, key)
    if (!service) return null
    return {
      title: textsIn(service.definition, ctx.lang).name,
      path: `/services/${key}`,
      signIn: ctx.actor.personId === null,
    }
  },
  async begin(ctx, key, { texts, kept }) {
    const isVisitor = ctx.actor.personId === null
    const service = await (isVisitor ? findVisible : findOrderable)(ctx, key)
    // Who may not order reads what it is and how to get it.
    if (!service) return `/services/${key}`
    const path = `/services/${key}/order`
    const form = await formOf(ctx, service.definition)
    if (!form) return path
    const address = await beginForm(ctx, service.definition, path, answersFromTexts(form.definition, texts, kept))
    // What is answered already is only looked at once more; visitors sign in first, and find there what they answered.
    const isComplete = (await readDraft(ctx, address))?.checked.issues.length === 0
    return isVisitor || isComplete ? `${path}?draft=${address}` : `/fill/${address}`
  },
}
