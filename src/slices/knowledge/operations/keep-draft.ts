import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Instant, LangSchema, VersionNumber } from '../../../kernel/schema.ts'
import { LONGEST } from '../content.ts'
import { listOthers, putDraft, putPresence } from '../store/drafts.ts'
import { findEditable } from '../store/editable.ts'
import { listTranslations } from '../store/translations.ts'

const Anything = z.string().max(LONGEST)

/** Keeps what is being typed, finished or not; says who else is editing, and whether somebody has saved meanwhile. */
export const keepDraft = defineOperation({
  name: 'knowledge.keepDraft',
  summary: 'Keep what is being written, without saving a version',
  kind: 'command',
  http: { method: 'PUT', path: '/articles/{id}/translations/{lang}/draft' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({
    id: Id,
    lang: LangSchema,
    base: VersionNumber,
    content: z.object({
      title: Anything.default(''),
      summary: Anything.default(''),
      body: Anything.default(''),
      symptom: Anything.default(''),
      cause: Anything.default(''),
      workaround: Anything.default(''),
      fixedIn: Anything.default(''),
      keywords: z.union([z.array(Anything), Anything]).default([]),
      tags: z.union([z.array(Anything), Anything]).default([]),
    }),
  }),
  output: z.object({ savedAt: Instant, head: z.number().int(), others: z.array(z.string()) }),
  async load(ctx, { id, lang }) {
    if (!(await findEditable(ctx, id))) return undefined
    return (await listTranslations(ctx, id)).find((translation) => translation.lang === lang)
  },
  async handle(ctx, { id, lang, base, content }, { head }) {
    const words = (value: string | string[]) =>
      [value]
        .flat()
        .flatMap((one) => one.split(','))
        .map((one) => one.trim())
        .filter(Boolean)
    if (ctx.actor.personId)
      await putDraft(ctx, id, lang, base, { ...content, keywords: words(content.keywords), tags: words(content.tags) })
    await putPresence(ctx, id, lang)
    return { savedAt: ctx.now(), head, others: await listOthers(ctx, id, lang) }
  },
})
