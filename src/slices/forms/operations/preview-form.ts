import { z } from 'zod'
import type { Answers } from '../../../kernel/form/answers.ts'
import { fillForm } from '../../../kernel/form/answers.ts'
import { prefilled } from '../../../kernel/form/prefill.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, VersionNumber } from '../../../kernel/schema.ts'
import { ctxAs, listPersons } from '../../identity/index.ts'
import { contextOf, factsView, listsFor, profileOf } from '../filling.ts'
import { findNewest, findVersion } from '../store/forms.ts'
import { AnswersJson, DraftPage, FormKey } from '../views.ts'

/** A page of a form, by default of its newest version, as somebody would see it, with what their profile says and what they could choose. */
export const previewForm = defineOperation({
  name: 'forms.preview',
  summary: 'Show a page of a form as a person would see it',
  kind: 'query',
  channels: ['web'],
  requires: 'forms.manage',
  input: z.object({
    key: FormKey,
    version: VersionNumber.optional(),
    page: z.string().max(40),
    personId: Id.optional(),
    search: z.string().max(100).default('').describe('Part of the name of a person to look through the eyes of'),
    answers: AnswersJson.optional().describe('What was tried out; without it the form begins anew'),
  }),
  output: DraftPage.pick({ answers: true, context: true, lists: true }).extend({
    name: z.string().nullable().describe('Whose eyes it is seen with'),
    hidden: z.boolean().describe('This person would not see the page'),
    people: z.array(z.object({ id: Id, name: z.string() })),
  }),
  async load(ctx, { key, version }) {
    const newest = await findNewest(ctx.db, key)
    return newest && version ? findVersion(ctx.db, newest.id, version) : newest
  },
  async handle(ctx, { page: id, personId, search, answers: tried }, { definition }) {
    const eyes = personId ? await ctxAs(ctx, personId) : ctx
    const page = definition.pages.find((one) => one.id === id)
    if (!eyes || !page) throw refuse.notFound()
    const answers = { ...prefilled(definition, await profileOf(eyes)), ...tried } as Answers
    const context = await contextOf(eyes)
    return {
      answers,
      context: { today: context.today, facts: factsView(context) },
      lists: await listsFor(eyes, [page], answers),
      name: eyes.actor.name,
      hidden: !fillForm(definition, answers, context).pages.includes(page),
      people: await listPersons(ctx, { search, limit: 50 }),
    }
  },
})
