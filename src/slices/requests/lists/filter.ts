import { z } from 'zod'
import { cleanLine } from '../../../kernel/schema.ts'
import { TypeKey } from '../request-type.ts'
import { SCOPES } from '../store/lists.ts'

/** What a list of requests is narrowed by. */
export const RequestFilter = z.object({
  scope: z.enum(SCOPES).default('mine').describe('My own, those shared with me, or those of my organisation'),
  show: z.enum(['all', 'open', 'done']).default('all'),
  type: z
    .union([TypeKey, z.literal('')])
    .default('')
    .describe('Kind; empty: every kind'),
  q: z.string().max(200).transform(cleanLine).default('').describe('Words of the subject, or a reference'),
})
