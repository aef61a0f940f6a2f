import type { Answerable } from '../../../kernel/answerable.ts'
import { contact } from './contact.ts'
import { open } from './open.ts'
import { promise } from './promise.ts'
import { state } from './state.ts'

/** What people may ask about their own requests and about reaching us. */
export const answerables: readonly Answerable[] = [state, promise, open, contact]
