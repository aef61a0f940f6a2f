import { z } from 'zod'
import { type Answers, fillForm } from '../../../kernel/form/answers.ts'
import { checkAnswers } from '../../../kernel/form/check-answers.ts'
import { fieldsOf } from '../../../kernel/form/definition.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Instant } from '../../../kernel/schema.ts'
import { findDraftFor } from '../door.ts'
import { checkReferences, contextOf, filesIn } from '../filling.ts'
import { filesOfDraft } from '../rules.ts'
import { updateDraft } from '../store/drafts.ts'
import { findVersion } from '../store/forms.ts'
import { AnswersJson, DraftAddress, IssueView } from '../views.ts'

/** Characters of JSON that all answers together may have. */
const LONGEST = 300_000

/** Keeps answers, finished or not, and says what is still to be mended. */
export const keepDraft = defineOperation({
  name: 'forms.keepDraft',
  summary: 'Keep answers to a form, finished or not; says what is missing on the page',
  kind: 'command',
  http: { method: 'PUT', path: '/drafts/{address}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  rateLimit: { limit: 600, seconds: 600, visitors: 6000 },
  input: z.object({
    address: DraftAddress,
    page: z.string().max(40).optional().describe('Id of the page that the answers are of; those of other pages stay'),
    answers: AnswersJson,
    asked: z.array(z.string().max(40)).max(200).optional().describe('Keys of the fields that were shown'),
  }),
  output: z.object({
    savedAt: Instant,
    issues: z.array(IssueView).describe('What is to be mended on the page, or in the whole form'),
    isAsking: z.boolean().describe('The answers bring on fields that were not shown yet'),
    next: z.string().nullable().describe('Id of the page that follows; null when this was the last'),
    isComplete: z.boolean(),
  }),
  load: async (ctx, { address }) => {
    const draft = await findDraftFor(ctx, address, { lock: true })
    const form = draft && (await findVersion(ctx.db, draft.formId, draft.formVersion))
    return draft && form ? { draft, form } : undefined
  },
  async handle(ctx, { page, answers: given, asked }, { draft, form: { definition } }) {
    const here = definition.pages.find((one) => one.id === page)
    const keys = (here ? here.fields : fieldsOf(definition)).map((field) => field.key)
    const kept = Object.fromEntries(Object.entries(draft.answers).filter(([key]) => !keys.includes(key)))
    const added = Object.fromEntries(Object.entries(given).filter(([key]) => keys.includes(key)))
    const answers = { ...kept, ...added } as Answers
    if (JSON.stringify(answers).length > LONGEST) throw refuse.field('answers', 'refusal.form')
    const files = filesIn(definition, answers)
    const known = await Promise.all(files.map((id) => ctx.files.find(id)))
    await ctx.files.claim(
      known.flatMap((file) => (file?.owner === null ? [file.id] : [])),
      filesOfDraft(draft.id),
    )
    await updateDraft(ctx.db, draft.id, { answers, ownerId: draft.ownerId ?? ctx.actor.personId, now: ctx.now() })

    const context = { ...(await contextOf(ctx)), lang: ctx.lang }
    const all = checkAnswers(definition, answers, context)
    const own = here ? checkAnswers(definition, answers, { ...context, pages: [here.id] }) : all
    const looked = here ? { ...definition, pages: [here] } : definition
    const issues = [...own.issues, ...(await checkReferences(ctx, looked, own.answers))]
    const { pages, visible } = fillForm(definition, answers, context)
    const shown = here && asked ? here.fields.filter((field) => visible.includes(field) && field.type !== 'note') : []
    const place = pages.findIndex((one) => one.id === page)
    return {
      savedAt: ctx.now(),
      issues,
      isAsking: shown.some((field) => !asked?.includes(field.key)),
      next: pages[place + 1]?.id ?? null,
      isComplete: all.issues.length === 0,
    }
  },
})
