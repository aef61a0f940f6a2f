import { may } from '../../kernel/actor.ts'
import type { ContextSource } from '../../kernel/context.ts'
import type { State } from './rules.ts'
import { listFromOrigin } from './store/origins.ts'

/** Beside a request at the desk: the articles that were written from it, for those who write. */
export const articlesBeside: ContextSource = async (ctx, { requestId }) => {
  if (!may(ctx.actor, 'knowledge.write')) return null
  const articles = await listFromOrigin(ctx, `request:${requestId}`)
  if (articles.length === 0) return null
  return {
    key: 'articles',
    title: ctx.t('knowledge.origin.beside'),
    order: 30,
    links: articles.map(({ id, title, state }) => ({
      label: title,
      hint: ctx.t(`knowledge.state.${state as State}`),
      path: `/admin/articles/${id}`,
      ...(state === 'published' ? { tone: 'good' as const } : {}),
    })),
  }
}
