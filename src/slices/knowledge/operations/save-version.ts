import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, LangSchema, VersionNumber } from '../../../kernel/schema.ts'
import { Content } from '../content.ts'
import { stateAfter } from '../rules.ts'
import { deleteDraft } from '../store/drafts.ts'
import { findEditable } from '../store/editable.ts'
import { claimFiles, putLinksOf, resolveNamesOf } from '../store/references.ts'
import {
  findVersion,
  insertVersion,
  lockTranslation,
  type Translation,
  touchArticle,
  updateTranslation,
} from '../store/translations.ts'

/**
 * Saves what was written as a new version. Readers keep what is published. Refuses with `conflict` when somebody else has saved since the
 * version that the writing began from; nothing is lost: the writer's text stays their draft. A text that is the same makes no version.
 */
export const saveVersion = defineOperation({
  name: 'knowledge.saveVersion',
  summary: 'Save a new version of a translation',
  kind: 'command',
  http: { method: 'POST', path: '/articles/{id}/translations/{lang}/versions' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({
    id: Id,
    lang: LangSchema,
    base: VersionNumber.describe('Number of the version that the writing began from'),
    content: Content,
    note: z.string().trim().max(300).optional().describe('Why it was changed'),
  }),
  output: z.object({ version: z.number().int() }),
  load: (ctx, { id, lang }) => lockEditable(ctx, id, lang),
  async handle(ctx, { id, base, content, note }, translation) {
    if (translation.head !== base)
      throw refuse.conflict('knowledge.changed_meanwhile', 'knowledge.refusal.changedMeanwhile', {
        version: translation.head,
      })
    const newest = await findVersion(ctx, id, translation.lang, translation.head)
    const isSame = newest && !note && translation.state !== 'archived' && isDeepStrictEqual(newest.content, content)
    const version = isSame ? translation.head : await addVersion(ctx, translation, content, note || null)
    await deleteDraft(ctx, id, translation.lang)
    return { version }
  },
})

/** The translation, locked, if this actor may edit the article. */
export async function lockEditable(ctx: Ctx, id: string, lang: string): Promise<Translation | undefined> {
  if (!(await findEditable(ctx, id))) return undefined
  return lockTranslation(ctx, id, lang)
}

/** Adds a version to a locked translation, takes it out of review or schedule, and gives the version's number. */
export async function addVersion(
  ctx: Ctx,
  translation: Translation,
  written: Content,
  note: string | null,
): Promise<number> {
  const { article_id: id, lang } = translation
  const state = stateAfter(translation.state, 'save')
  if (!state) throw refuse.conflict('knowledge.wrong_state', 'knowledge.refusal.wrongState')
  const content = (await resolveNamesOf(ctx, [written])).get(written) ?? written
  const number = translation.head + 1
  await insertVersion(ctx, id, lang, number, content, note)
  await updateTranslation(ctx, translation, { head: number, state, publish_at: null })
  await claimFiles(ctx, id, content)
  await putLinksOf(ctx, [{ article_id: id, lang, content }])
  await touchArticle(ctx, id)
  ctx.emit({ type: 'article.saved', subject: { kind: 'article', id }, payload: { lang, version: number } })
  return number
}
