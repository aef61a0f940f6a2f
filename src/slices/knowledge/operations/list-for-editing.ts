import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, PageInput, pageOf } from '../../../kernel/paging.ts'
import { Id, Instant, LangSchema } from '../../../kernel/schema.ts'
import { titleIn } from '../facet-names.ts'
import { placeOf } from '../place.ts'
import { STATES } from '../rules.ts'
import { countWork, listEditable } from '../store/list-editable.ts'
import { Kind } from '../views.ts'

/** Articles as those who write see them, last changed first, drafts included; with what waits for whom. */
export const listForEditing = defineOperation({
  name: 'knowledge.listForEditing',
  summary: 'List articles for editing, last changed first',
  kind: 'query',
  http: { method: 'GET', path: '/editing/articles' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({
    words: z.string().max(200).optional().describe('Part of a title or address, a tag, an external key'),
    state: z.enum(STATES).optional(),
    kind: Kind.optional(),
    category: Id.optional(),
    translatedTo: LangSchema.optional(),
    missingIn: LangSchema.optional().describe('Only those without a translation in this language'),
    owner: Id.optional(),
    isDue: z.stringbool().or(z.boolean()).optional().describe('Only those whose time to be checked has come'),
    ...PageInput,
  }),
  output: pageOf(
    z.object({
      id: Id,
      kind: Kind,
      title: z.string(),
      lang: LangSchema,
      owner: z.string().nullable(),
      audience: z.string().nullable().describe('Name of the audience; null: everybody'),
      checkDueAt: Instant.nullable(),
      expiresAt: Instant.nullable(),
      changedAt: Instant,
      translations: z.array(z.object({ lang: LangSchema, state: z.enum(STATES), isOnline: z.boolean() })),
    }),
  ).extend({
    work: z.object({ inReview: z.number(), due: z.number(), scheduled: z.number(), drafts: z.number() }),
  }),
  examples: [{ title: 'What waits for review', input: { state: 'in_review' } }],
  async handle(ctx, { cursor, limit, ...filter }) {
    const place = placeOf(cursor)
    const [rows, work] = await Promise.all([
      listEditable(ctx, { ...filter, lang: ctx.lang }, limit + 1, place),
      countWork(ctx),
    ])
    const { items, next } = cutPage(rows, limit, (row) => [row.changed_at.toISOString(), row.id])
    return {
      next,
      work: { inReview: work.in_review, due: work.due, scheduled: work.scheduled, drafts: work.drafts },
      items: items.map(({ audience_names, check_due_at, expires_at, changed_at, ...row }) => ({
        ...row,
        audience: audience_names && (titleIn(audience_names, ctx.lang) ?? null),
        checkDueAt: check_due_at,
        expiresAt: expires_at,
        changedAt: changed_at,
      })),
    }
  },
})
