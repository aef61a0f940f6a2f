import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Lang } from '../../kernel/lang.ts'
import { personIdsByKey } from '../identity/index.ts'
import { addVersion } from './operations/save-version.ts'
import { insertFeedback } from './store/feedback.ts'
import { findVersion, lockTranslation, updateTranslation } from './store/translations.ts'

interface DemoEditing {
  feedback: {
    article: string
    lang: Lang
    helpful: boolean
    reason?: 'missing' | 'wrong' | 'unclear' | 'other_question'
    comment?: string
  }[]
  review: { article: string; lang: Lang; by: string; note: string; append: string }[]
}

/** Loads what readers said of the demonstration's articles, and what waits for review. */
export async function loadEditing(ctx: Ctx, folder: string, ids: ReadonlyMap<string, string>) {
  const { feedback, review } = parse(await readFile(join(folder, 'editing.yaml'), 'utf8')) as DemoEditing
  for (const { article, lang, helpful, reason, comment } of feedback) {
    const id = ids.get(article)
    if (id)
      await insertFeedback(ctx, { id, lang, version: 1 }, { helpful, reason: reason ?? null, comment: comment ?? null })
  }
  const people = await personIdsByKey(
    ctx,
    review.map(({ by }) => by),
  )
  for (const { article, lang, by, note, append } of review) {
    const id = ids.get(article)
    const translation = id ? await lockTranslation(ctx, id, lang) : undefined
    const version = translation && (await findVersion(ctx, translation.article_id, lang, translation.head))
    if (!translation || !version) continue
    const writer: Ctx = { ...ctx, actor: { ...ctx.actor, personId: people.get(by) ?? null } }
    await addVersion(writer, translation, { ...version.content, body: version.content.body + append }, note)
    await updateTranslation(ctx, translation, {
      state: 'in_review',
      submitted_by: people.get(by) ?? null,
      submitted_at: ctx.now(),
    })
  }
}
