import type { Ctx } from '../../../kernel/ctx.ts'
import type { Reaction } from '../../../kernel/events.ts'
import { shareOut } from './share-out.ts'

/** What the desk does after something happened: shares work out. Colleagues are told by `notifications.ts`. */
export const deskReactions: readonly Reaction<Ctx>[] = [shareOut]
