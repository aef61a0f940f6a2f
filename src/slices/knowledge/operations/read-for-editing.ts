import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Instant, LangSchema } from '../../../kernel/schema.ts'
import { ContentView } from '../content.ts'
import { findOrigin } from '../from-origin.ts'
import { STATES, stateAfter } from '../rules.ts'
import { listAttachments } from '../store/attachments.ts'
import { findDraft, listOthers } from '../store/drafts.ts'
import { findEditable } from '../store/editable.ts'
import { listProblems } from '../store/problems.ts'
import { findVersion, listTranslations, type Translation } from '../store/translations.ts'
import { Kind } from '../views.ts'
import { ProblemView } from './check-article.ts'

/** Everything that somebody who writes needs to see of an article: the newest version in a language, what is wrong with it, who else is there. */
export const readForEditing = defineOperation({
  name: 'knowledge.readForEditing',
  summary: 'Read an article for editing, drafts included',
  kind: 'query',
  http: { method: 'GET', path: '/articles/{id}/editing' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, lang: LangSchema.optional().describe('Default: the original language') }),
  output: z.object({
    id: Id,
    externalKey: z.string().nullable(),
    origin: z
      .object({ label: z.string(), path: z.string() })
      .nullable()
      .describe('What gave rise to it, for those who may see that'),
    kind: Kind,
    categoryId: Id.nullable(),
    originalLang: LangSchema,
    ownerId: Id.nullable(),
    owner: z.string().nullable(),
    audienceId: Id.nullable(),
    portals: z.array(z.string()),
    products: z.array(Id),
    isPublished: z.boolean(),
    expiresAt: Instant.nullable(),
    checkedAt: Instant.nullable(),
    checkedBy: z.string().nullable(),
    checkEvery: z.number().int().nullable(),
    checkDueAt: Instant.nullable(),
    translations: z.array(
      z.object({
        lang: LangSchema,
        slug: z.string(),
        state: z.enum(STATES),
        publishedVersion: z.number().int().nullable(),
      }),
    ),
    translation: z.object({
      lang: LangSchema,
      slug: z.string(),
      state: z.enum(STATES),
      head: z.number().int(),
      publishedVersion: z.number().int().nullable(),
      publishAt: Instant.nullable(),
      submittedAt: Instant.nullable(),
      reviewNote: z.string().nullable(),
      author: z.string().nullable(),
      savedAt: Instant,
      content: ContentView,
    }),
    draft: z
      .object({ base: z.number().int(), savedAt: Instant, content: ContentView })
      .nullable()
      .describe('What the reader has typed and not saved'),
    problems: z.array(ProblemView),
    attachments: z.array(
      z.object({ id: Id, name: z.string(), type: z.string(), size: z.number(), lang: LangSchema.nullable() }),
    ),
    others: z.array(z.string()).describe('Names of the others who are editing it'),
    actions: z
      .array(z.enum(['submit', 'send_back', 'publish', 'schedule', 'archive']))
      .describe('What this person may do to it now'),
  }),
  async load(ctx, { id, lang }) {
    const article = await findEditable(ctx, id)
    if (!article) return undefined
    const translations = await listTranslations(ctx, id)
    const translation =
      translations.find((one) => one.lang === (lang ?? article.original_lang)) ?? (lang ? undefined : translations[0])
    const version = translation && (await findVersion(ctx, id, translation.lang, translation.head))
    return version && { article, translations, translation, version }
  },
  async handle(ctx, { id }, { article, translations, translation, version }) {
    const [draft, others, problems, attachments, origin] = await Promise.all([
      findDraft(ctx, id, translation.lang),
      listOthers(ctx, id, translation.lang),
      listProblems(ctx, id, version.content),
      listAttachments(ctx, id),
      findOrigin(ctx, article.origin),
    ])
    return {
      id,
      externalKey: article.external_key,
      origin: origin && { label: origin.label, path: origin.path },
      kind: article.kind,
      categoryId: article.category_id,
      originalLang: article.original_lang,
      ownerId: article.owner_id,
      owner: article.owner,
      audienceId: article.audience_id,
      portals: article.portals,
      products: article.products,
      isPublished: article.published_at !== null,
      expiresAt: article.expires_at,
      checkedAt: article.checked_at,
      checkedBy: article.checked_by,
      checkEvery: article.check_every,
      checkDueAt: article.check_due_at,
      translations: translations.map(({ lang, slug, state, published_version }) => ({
        lang,
        slug,
        state,
        publishedVersion: published_version,
      })),
      translation: {
        lang: translation.lang,
        slug: translation.slug,
        state: translation.state,
        head: translation.head,
        publishedVersion: translation.published_version,
        publishAt: translation.publish_at,
        submittedAt: translation.submitted_at,
        reviewNote: translation.review_note,
        author: version.author,
        savedAt: version.created_at,
        content: version.content,
      },
      draft:
        draft && !isDeepStrictEqual(draft.content, version.content)
          ? { base: draft.base, savedAt: draft.saved_at, content: draft.content }
          : null,
      problems,
      attachments,
      others,
      actions: actionsOf(translation, may(ctx.actor, 'knowledge.review')),
    }
  },
})

function actionsOf(translation: Translation, mayReview: boolean) {
  const all = ['submit', 'send_back', 'publish', 'schedule', 'archive'] as const
  return all.filter((action) => {
    if (action !== 'submit' && !mayReview) return false
    if (action === 'archive' && translation.published_version !== null) return true
    return stateAfter(translation.state, action) !== null
  })
}
