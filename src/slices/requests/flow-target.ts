import type { FlowTarget } from '../../kernel/flow-parts.ts'
import { answersFromTexts } from '../../kernel/form/answers-from-texts.ts'
import { refuse } from '../../kernel/refusal.ts'
import { createDraft, latestForm } from '../forms/index.ts'
import { textIn } from '../identity/index.ts'
import { isOfferedTo } from './request-type.ts'
import { findKnownType, listTypes } from './store/types.ts'

/** Kinds of requests as ends of guided help; the form of one is begun with what was answered. */
export const requestTarget: FlowTarget = {
  kind: 'request',
  async choices(ctx) {
    const types = (await listTypes(ctx.db)).filter((type) => type.offered && !type.retired)
    return types.map(({ key, names }) => ({ key, title: textIn(names, ctx.lang, key) }))
  },
  async find(ctx, key) {
    const type = await findKnownType(ctx, key)
    if (!type || !isOfferedTo(type, ctx.actor)) return null
    return { title: textIn(type.names, ctx.lang, key), path: `/contact/${key}` }
  },
  async begin(ctx, key, { texts, kept, from }) {
    const type = await findKnownType(ctx, key)
    if (!type || !isOfferedTo(type, ctx.actor)) throw refuse.notFound()
    const form = type.formKey === null ? undefined : await latestForm(ctx, type.formKey)
    // The way there goes along, also to a kind without a form: subject and message are taken from it.
    const path = `/contact/${key}?from=${from}`
    if (!form) return path
    const purpose = { kind: 'request', title: textIn(type.names, ctx.lang, key), path }
    const answers = answersFromTexts(form.definition, texts, kept)
    return `/fill/${await createDraft(ctx, { formId: form.id, purpose, answers })}`
  },
}
