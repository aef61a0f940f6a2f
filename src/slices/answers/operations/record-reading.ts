import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { noteReading, OUTCOMES } from '../experience.ts'
import { Question } from './search.ts'

export const recordReading = defineOperation({
  name: 'answers.recordReading',
  summary: 'Note, without any personal data, what became of the reader of something that was found',
  kind: 'command',
  http: { method: 'POST', path: '/search/readings' },
  channels: ['web', 'api'],
  requires: 'anyone',
  // Somebody who reads a lot, but nobody who wants to move the ranking.
  rateLimit: { limit: 40, seconds: 3600 },
  input: z.object({
    id: z.string().max(200).describe('Id of an item of the search'),
    outcome: z.enum(OUTCOMES),
    q: Question.optional().describe('The question that it was found with'),
    lang: LangSchema.optional(),
  }),
  output: z.object({ noted: z.boolean() }),
  examples: [{ title: 'Something that is not there', input: { id: 'article:none:de', outcome: 'opened' } }],
  async handle(ctx, { id, outcome, q, lang }) {
    const doc = ctx.search.get(id)
    // What one may not read, and what is only one's own, says nothing to others.
    const isReadable = doc && !doc.owner && (doc.audience === null || ctx.actor.audiences.has(doc.audience))
    if (!isReadable) return { noted: false }
    await noteReading(ctx, {
      thing: doc.group ?? doc.id,
      outcome,
      ...(q !== undefined && { question: q }),
      ...(lang && { lang }),
    })
    return { noted: true }
  },
})
