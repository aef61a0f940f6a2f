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
    return service ? { title: textsIn(service.definition, ctx.lang).name, path: `/services/${key}` } : null
  },
  async begin(ctx, key, values) {
    // Who may not order, or is not signed in yet, reads what it is and how to get it.
    const service = ctx.actor.personId === null ? undefined : await findOrderable(ctx, key)
    const form = service && (await formOf(ctx, service.definition))
    if (!service || !form) return service ? `/services/${key}/order` : `/services/${key}`
    const path = `/services/${key}/order`
    const address = await beginForm(ctx, service.definition, path, answersFromTexts(form.definition, values))
    // What is answered already is only looked at once more.
    const isComplete = (await readDraft(ctx, address))?.checked.issues.length === 0
    return isComplete ? `${path}?draft=${address}` : `/fill/${address}`
  },
}
