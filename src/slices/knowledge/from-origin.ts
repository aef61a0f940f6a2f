import { z } from 'zod'
import type { ArticleOrigin, ArticleProposal } from '../../kernel/article-origin.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Content } from './content.ts'
import { idsBySlugs } from './store/origins.ts'

/** What an article comes from, as an address names it: `request:R-24001-A`. */
export const OriginFrom = z
  .string()
  .regex(/^[a-z][a-z-]{0,39}:[\w.-]{1,100}$/)
  .describe('What gave rise to it: `kind:key`')

/** What an article about it may begin with; null when there is nothing, or not for this actor. */
export async function proposalOf(ctx: Ctx, from: string): Promise<ArticleProposal | null> {
  const { kind, key } = partsOf(from)
  return (await ctx.articleOrigins[kind]?.propose(ctx, key)) ?? null
}

/** What an article came from, for those who may see it. */
export async function findOrigin(ctx: Ctx, origin: string | null): Promise<ArticleOrigin | null> {
  if (origin === null) return null
  const { kind, key } = partsOf(origin)
  return (await ctx.articleOrigins[kind]?.find(ctx, key)) ?? null
}

/** Tells where it came from that an article was begun. */
export async function noteArticle(ctx: Ctx, origin: string, article: { id: string; title: string }): Promise<void> {
  const { kind, key } = partsOf(origin)
  await ctx.articleOrigins[kind]?.note(ctx, key, article)
}

/** The text that an article begins with: a known error by its fields, everything else under two headings. */
export async function contentFrom(ctx: Ctx, proposal: ArticleProposal, kind: string): Promise<Partial<Content>> {
  const { question, solution, lang } = proposal
  const t = ctx.texts(lang)
  const more = await readBefore(ctx, proposal)
  if (kind === 'known-error') return { symptom: question, workaround: solution, body: more }
  const parts = [
    question && `## ${t('knowledge.origin.question')}\n\n${question}`,
    solution && `## ${t('knowledge.origin.solution')}\n\n${solution}`,
    more,
  ]
  return { body: parts.filter(Boolean).join('\n\n') }
}

async function readBefore(ctx: Ctx, { read, lang }: ArticleProposal): Promise<string> {
  const slugs = read.flatMap(({ path }) => /^\/articles\/([a-z\d-]+)/.exec(path)?.[1] ?? [])
  const found = await idsBySlugs(ctx, slugs)
  if (found.length === 0) return ''
  const links = found.map(({ id, title }) => `- [${title.replace(/[[\]\\]/g, '')}](article:${id})`)
  return `## ${ctx.texts(lang)('knowledge.origin.more')}\n\n${links.join('\n')}`
}

function partsOf(from: string) {
  const at = from.indexOf(':')
  return { kind: from.slice(0, at), key: from.slice(at + 1) }
}
