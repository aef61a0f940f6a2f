import type { Ctx } from '../../../kernel/ctx.ts'
import { personsWith } from '../../identity/index.ts'

/** People who may own articles: those who may write them. */
export async function listWriters(ctx: Ctx) {
  return personsWith(ctx, 'knowledge.write')
}

/** Whether somebody may own articles. */
export async function isWriter(ctx: Ctx, id: string): Promise<boolean> {
  return (await listWriters(ctx)).some((person) => person.id === id)
}
