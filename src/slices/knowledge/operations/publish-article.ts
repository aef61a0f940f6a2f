import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, Instant, LangSchema, VersionNumber } from '../../../kernel/schema.ts'
import { personsWith } from '../../identity/index.ts'
import { publishNow } from '../publish.ts'
import { REVIEW, STATES, seenByTwo, stateAfter } from '../rules.ts'
import { listAuthorsSince, type Translation, updateTranslation } from '../store/translations.ts'
import { lockEditable } from './save-version.ts'

/** Puts the newest version before readers, now or at a time. With the four-eyes rule: not by somebody who wrote it alone. */
export const publishArticle = defineOperation({
  name: 'knowledge.publishArticle',
  summary: 'Publish the newest version of a translation, now or later',
  kind: 'command',
  http: { method: 'POST', path: '/articles/{id}/translations/{lang}/publication' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.review',
  input: z.object({
    id: Id,
    lang: LangSchema,
    version: VersionNumber.optional().describe('Refuses when this is not the newest version'),
    at: Instant.optional().describe('When; absent: now'),
  }),
  output: z.object({ state: z.enum(STATES), version: z.number().int(), publishAt: Instant.nullable() }),
  load: (ctx, { id, lang }) => lockEditable(ctx, id, lang),
  async handle(ctx, { id, lang, version, at }, translation) {
    if (version !== undefined && version !== translation.head)
      throw refuse.conflict('knowledge.changed_meanwhile', 'knowledge.refusal.changedMeanwhile', {
        version: translation.head,
      })
    const publishAt = at ? new Date(String(at)) : null
    const isLater = publishAt !== null && publishAt > ctx.now()
    const state = stateAfter(translation.state, isLater ? 'schedule' : 'publish')
    if (!state) throw refuse.conflict('knowledge.wrong_state', 'knowledge.refusal.wrongState')
    await checkFourEyes(ctx, translation)
    if (!isLater) await publishNow(ctx, translation)
    else {
      await updateTranslation(ctx, translation, { state, publish_at: publishAt })
      ctx.emit({
        type: 'article.scheduled',
        subject: { kind: 'article', id },
        payload: { lang, at: publishAt.toISOString() },
      })
    }
    return { state, version: translation.head, publishAt: isLater ? publishAt : null }
  },
})

async function checkFourEyes(ctx: Ctx, { article_id: id, lang, published_version }: Translation) {
  const { fourEyes } = await ctx.settings.get(REVIEW)
  if (!fourEyes || ctx.actor.channel === 'system') return
  const authors = await listAuthorsSince(ctx, id, lang, published_version ?? 0)
  if (seenByTwo(ctx.actor.personId, authors)) return
  // A new installation has one person; the rule begins to hold with the second who may review.
  const reviewers = await personsWith(ctx, 'knowledge.review')
  if (reviewers.some((reviewer) => reviewer.id !== ctx.actor.personId))
    throw refuse.conflict('knowledge.own_review', 'knowledge.refusal.ownReview')
}
