import type { Actor } from '../../../kernel/actor.ts'
import { OVERSEE } from '../approvals/permission.ts'

/** Whether somebody sets things up anywhere: they may see who reports to whom, and choose among people and teams. */
export function mayDefine(actor: Actor): boolean {
  return [...actor.permissions].some((one) => one === '*' || one === OVERSEE || one.endsWith('.manage'))
}
