import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { LANGS } from '../../kernel/lang.ts'
import { Id } from '../../kernel/schema.ts'
import type { Counter } from './hours.ts'
import type { Target } from './promise.ts'
import { type Level, PRIORITIES, type Priority, STATES } from './rules.ts'

/** A text by language. */
const Texts = z.partialRecord(z.enum(LANGS), z.string().trim().max(200))

const Minutes = z.number().int().min(1).max(500_000)
const PriorityNumber = z.literal([...PRIORITIES])
const Row = z.tuple([PriorityNumber, PriorityNumber, PriorityNumber])

/** Key of a kind of request. */
export const TypeKey = z.string().regex(/^[a-z][a-z-]{1,40}$/, { error: 'requests.types.keyForm' })

/** A kind of request, as administrators set it up. */
export const RequestType = z.object({
  key: TypeKey,
  names: Texts.refine((names) => Object.values(names).some(Boolean), { error: 'requests.types.nameNeeded' }),
  /** When to choose it, by language. */
  words: Texts,
  icon: z.string().max(60),
  /** Smaller comes first on the contact page. */
  position: z.number().int().min(0).max(10_000),
  /** May be chosen when somebody writes; others are opened by Theke itself. */
  offered: z.boolean(),
  retired: z.boolean(),
  /** Portals in which it is offered; empty: all. */
  portals: z.array(z.string().max(41)).max(50),
  /** Who may write it; null: everybody. */
  audience: Id.nullable(),
  anonymous: z.boolean().describe('May be written without signing in'),
  confidential: z.boolean().describe('Never shown to others of the same organisation'),
  teamOnly: z
    .boolean()
    .default(false)
    .describe('Seen by nobody at the desk but its team, whoever deals with it, and who oversees'),
  formKey: z.string().max(80).nullable(),
  team: Id.nullable(),
  /** States in the customers' words. */
  stateWords: z.partialRecord(z.enum(STATES), Texts),
  /** Priority by impact (rows) and urgency (columns), each from high to low. */
  matrix: z.tuple([Row, Row, Row]),
  priority: PriorityNumber,
  /** Minutes of business hours by priority. */
  targets: z.partialRecord(
    z.enum(['1', '2', '3', '4']),
    z.object({ answer: Minutes.nullable(), solution: Minutes.nullable() }),
  ),
  /** Days in which its requester may open it again after it was closed. */
  reopenDays: z.number().int().min(0).max(365),
})
export type RequestType = z.infer<typeof RequestType>

/** The priority that impact and urgency make; that of the kind where one of them is not known. */
export function priorityOf(type: RequestType, impact: Level | null, urgency: Level | null): Priority {
  if (impact === null || urgency === null) return type.priority
  return type.matrix[impact - 1]?.[urgency - 1] ?? type.priority
}

/** What is promised: by kind and priority, else what the counter promises for every answer. */
export function targetOf(type: RequestType, priority: Priority, counter: Counter | undefined): Target {
  const own = type.targets[`${priority}`]
  return { answer: own?.answer ?? (counter ? counter.promise * 60 : null), solution: own?.solution ?? null }
}

/** Whether somebody may write one of this kind, where they are. */
export function isOfferedTo(type: RequestType, actor: Actor): boolean {
  if (!type.offered || type.retired) return false
  if (type.portals.length > 0 && !type.portals.includes(actor.portal)) return false
  if (!type.anonymous && actor.personId === null) return false
  return type.audience === null || actor.audiences.has(type.audience)
}

/** What a kind begins with. */
export const BLANK_TYPE: RequestType = {
  key: '',
  names: {},
  words: {},
  icon: 'message-square-text',
  position: 100,
  offered: true,
  retired: false,
  portals: [],
  audience: null,
  anonymous: true,
  confidential: false,
  teamOnly: false,
  formKey: null,
  team: null,
  stateWords: {},
  matrix: [
    [1, 2, 3],
    [2, 3, 3],
    [3, 3, 4],
  ],
  priority: 3,
  targets: {},
  reopenDays: 14,
}
