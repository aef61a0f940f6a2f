import type { TextKey } from './text.ts'

/** The closed set of ways in which an operation may refuse. Adapters translate them; anything else thrown is a bug. */
export const REFUSAL_CODES = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'rate_limited',
  'unavailable',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** One thing wrong with one field: where, and the text that says how to mend it. */
export interface Issue {
  /** Path into the input, e.g. `['steps', 2, 'title']`; empty for the input as a whole. */
  path: (string | number)[]
  key: TextKey
  values?: Record<string, string | number> | undefined
}

interface RefusalDetails {
  /** A slice's own reason, `slice.snake_case`, for callers that want to tell cases apart. */
  reason?: string
  /** Text for the reader; every reason has one. */
  key?: TextKey
  values?: Record<string, string | number>
  issues?: Issue[]
  /** Seconds after which trying again makes sense. */
  retryAfter?: number
}

/** An expected "no". Carries a code from the closed set and a text key that names the next step. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly reason: string | undefined
  readonly key: TextKey
  readonly values: Record<string, string | number> | undefined
  readonly issues: Issue[]
  readonly retryAfter: number | undefined

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(details.reason ?? code)
    this.name = 'Refusal'
    this.code = code
    this.reason = details.reason
    this.key = details.key ?? `refusal.${code}`
    this.values = details.values
    this.issues = details.issues ?? []
    this.retryAfter = details.retryAfter
  }
}

/** Short ways to refuse; use as `throw refuse.notFound()`. */
export const refuse = {
  /** Input that does not fit; each issue stands beside its field. */
  invalid: (issues: Issue[]) => new Refusal('invalid', { issues }),
  /** One field does not fit. */
  field: (path: string | (string | number)[], key: TextKey, values?: Record<string, string | number>) =>
    new Refusal('invalid', { issues: [{ path: Array.isArray(path) ? path : [path], key, values }] }),
  unauthenticated: () => new Refusal('unauthenticated'),
  forbidden: () => new Refusal('forbidden'),
  /** Also the answer when something exists that the actor may not know of. */
  notFound: () => new Refusal('not_found'),
  /** The state of things does not allow it; `reason` is the slice's own, `key` its text. */
  conflict: (reason: string, key: TextKey, values?: Record<string, string | number>) =>
    new Refusal('conflict', { reason, key, ...(values ? { values } : {}) }),
  rateLimited: (retryAfter: number) => new Refusal('rate_limited', { retryAfter, values: { seconds: retryAfter } }),
  unavailable: (retryAfter = 10) => new Refusal('unavailable', { retryAfter }),
}
