import type { FlowTarget } from '../../kernel/flow-parts.ts'
import { findTarget, listTargets } from './store/flow-targets.ts'

/** Articles as ends of guided help. */
export const articleTarget: FlowTarget = {
  kind: 'article',
  choices: (ctx) => listTargets(ctx, ctx.lang, 500),
  async find(ctx, key) {
    const found = await findTarget(ctx, ctx.lang, key)
    return found ? { title: found.title, path: `/articles/${found.slug}` } : null
  },
}
