import { z } from 'zod'
import { Id } from '../../../kernel/schema.ts'
import { PRIORITIES, STATES } from '../rules.ts'

/** Ways to look at the desk's work. */
export const QUEUES = ['mine', 'nobody', 'due', 'to-do', 'waiting', 'approval', 'done', 'all'] as const
export type Queue = (typeof QUEUES)[number]

const Short = (max: number) => z.string().trim().max(max)

/** What a list of the desk is narrowed by. Fields of an address: what is empty does not count. */
export const QueueFilter = z.object({
  queue: z.enum(QUEUES).default('to-do'),
  team: Id.optional().describe('Team that deals with it'),
  type: Short(41).optional().describe('Key of the kind'),
  state: z.enum(STATES).optional(),
  priority: z.coerce
    .number()
    .int()
    .pipe(z.literal([...PRIORITIES]))
    .optional()
    .describe('1 is the highest'),
  assignee: Id.optional().describe('Who deals with it'),
  tag: Short(40).optional(),
  portal: Short(41).optional(),
  words: Short(100).optional().describe('Words of the subject, a reference, or who wrote it'),
})
export type QueueFilter = z.infer<typeof QueueFilter>

/** What is typed into a tag: small letters, digits and hyphens. */
export const Tag = z
  .string()
  .transform((typed) => typed.trim().toLocaleLowerCase('de').replace(/\s+/g, '-'))
  .pipe(z.string().regex(/^[\p{L}\d][\p{L}\d-]{0,39}$/u, { error: 'requests.desk.tagForm' }))

/** Whether a list is ordered by the promise, the earliest first; others are ordered by age, the newest first. */
export function isByDue(queue: Queue): boolean {
  return queue === 'mine' || queue === 'nobody' || queue === 'due' || queue === 'to-do'
}
