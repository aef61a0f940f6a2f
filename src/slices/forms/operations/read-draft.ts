import { z } from 'zod'
import { fillForm } from '../../../kernel/form/answers.ts'
import { checkAnswers } from '../../../kernel/form/check-answers.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { findDraftFor } from '../door.ts'
import { contextOf, factsView, listsFor } from '../filling.ts'
import { keptUntil } from '../rules.ts'
import { findVersion } from '../store/forms.ts'
import { DraftAddress, DraftPage } from '../views.ts'

/** A page of answers under way, ready to be filled in. */
export const readDraft = defineOperation({
  name: 'forms.readDraft',
  summary: 'Read answers that are being given to a form: the form, what was answered so far, and what is missing',
  kind: 'query',
  http: { method: 'GET', path: '/drafts/{address}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  input: z.object({
    address: DraftAddress,
    page: z.string().max(40).optional().describe('Id of a page; default: the first that is not complete'),
    search: z.string().max(100).default('').describe('Part of the name of a person or thing to choose'),
    searchFor: z.string().max(40).optional().describe('Key of the field that is searched for'),
  }),
  output: DraftPage,
  load: async (ctx, { address }) => {
    const draft = await findDraftFor(ctx, address)
    const form = draft && (await findVersion(ctx.db, draft.formId, draft.formVersion))
    return draft && form ? { draft, form } : undefined
  },
  async handle(ctx, { address, page, search, searchFor }, { draft, form }) {
    const context = await contextOf(ctx)
    const { definition } = form
    const shown = fillForm(definition, draft.answers, context).pages
    const pages = shown.map(({ id }) => {
      const { issues } = checkAnswers(definition, draft.answers, { ...context, lang: ctx.lang, pages: [id] })
      return { id, isComplete: issues.length === 0 }
    })
    const at = shown.find((one) => one.id === page) ?? shown.find((_, n) => !pages[n]?.isComplete) ?? shown.at(-1)
    const searches = searchFor ? { [searchFor]: search } : {}
    return {
      address,
      purpose: draft.purpose,
      formKey: form.key,
      version: form.version,
      definition,
      answers: draft.answers,
      page: at?.id ?? '',
      pages,
      isComplete: pages.every((one) => one.isComplete),
      isMine: draft.ownerId !== null,
      keptUntil: keptUntil(draft.changedAt),
      context: { today: context.today, facts: factsView(context) },
      lists: await listsFor(ctx, at ? [at] : [], draft.answers, searches),
    }
  },
})
