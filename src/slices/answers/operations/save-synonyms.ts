import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanLine, Id, LangSchema } from '../../../kernel/schema.ts'
import { settleMissing } from '../store/missing.ts'
import { dismissRephrasing } from '../store/rephrasings.ts'
import { insertSynonyms, updateSynonyms } from '../store/synonyms.ts'

/** Words in a list or in one text, separated by commas or lines. */
const Words = z
  .union([z.array(z.string().max(80)).max(50), z.string().max(2000)])
  .transform((typed) => [
    ...new Set(
      [typed]
        .flat()
        .flatMap((part) => part.split(/[,;\n]/))
        .map(cleanLine)
        .filter(Boolean),
    ),
  ])
  .pipe(
    z
      .array(z.string().max(80, { error: 'answers.synonyms.wordTooLong' }))
      .min(2, { error: 'answers.synonyms.tooFew' })
      .max(20, { error: 'answers.synonyms.tooMany' }),
  )

export const saveSynonyms = defineOperation({
  name: 'answers.saveSynonyms',
  summary: 'Add or change a set of words that the search takes for the same',
  kind: 'command',
  http: { method: 'POST', path: '/search/synonyms' },
  channels: ['web', 'api', 'mcp'],
  requires: 'answers.manage',
  input: z.object({
    id: Id.optional().describe('Of the set to change; without it a new one is added'),
    lang: LangSchema.nullable().default(null).describe('null: in every language'),
    words: Words,
    proposal: Id.optional().describe('The proposal that it came from; it is not proposed again'),
    missing: Id.optional().describe('The question asked in vain that they are for; it is settled'),
  }),
  output: z.object({ id: Id }),
  examples: [{ title: 'Two words for the instalment', input: { lang: 'de', words: ['Abschlag', 'Teilbetrag'] } }],
  async handle(ctx, { id, lang, words, proposal, missing }) {
    if (id && !(await updateSynonyms(ctx, id, { lang, words }))) throw refuse.notFound()
    const saved = id ?? (await insertSynonyms(ctx, { lang, words }))
    if (proposal) await dismissRephrasing(ctx, proposal)
    if (missing) {
      await settleMissing(ctx, missing, 'synonym')
      ctx.emit({
        type: 'missing-question.settled',
        subject: { kind: 'missing-question', id: missing },
        payload: { how: 'synonym' },
      })
    }
    ctx.emit({ type: 'synonyms.changed', subject: { kind: 'synonyms', id: saved } })
    return { id: saved }
  },
})
