import type { z } from 'zod'
import type { Channel, Permission } from './actor.ts'
import type { Ctx } from './ctx.ts'

/** What an actor must be before anything is parsed. */
export type Requirement = 'anyone' | 'signed-in' | Permission

/** A call that the documentation shows and the contract tests run. `input` may be a function of the demonstration content. */
export interface Example {
  title: string
  input: Record<string, unknown>
}

/** At most `limit` calls in `seconds` by one person, or by all who are not signed in behind one network address. */
interface RateLimit {
  limit: number
  seconds: number
  /** For an address instead of `limit`: an office, a school or a mobile network may sit behind one. */
  visitors?: number
}

/** At most `limit` calls in `seconds` about one thing, whoever calls. `of` names it (a mailbox, a reference); undefined: nothing to limit. */
interface SubjectLimit<Input> {
  limit: number
  seconds: number
  of: (input: Input) => string | undefined
}

interface OperationParts<I extends z.ZodType, O extends z.ZodType, L> {
  /** `slice.verb` or `slice.verbNoun`. */
  name: string
  /** One sentence in English, for the API reference and tool descriptions. */
  summary: string
  /** Queries read (replica possible) and are repeatable; commands run in a transaction and write events. */
  kind: 'query' | 'command'
  /** Place in the REST API below `/api/v1`; path parameters in braces are fields of the input. */
  http?: { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string }
  channels: readonly Channel[]
  requires: Requirement
  input: I
  output: O
  examples?: readonly Example[]
  /** Cannot be undone: a channel without a form must ask first. */
  confirm?: boolean
  rateLimit?: RateLimit
  rateLimitOn?: SubjectLimit<z.output<I>>
  /**
   * Of queries: the answer depends on nothing but input, language, portal and the audiences that the actor is in. It may then be kept in
   * memory and given to others of whom the same is true, until something changes that everybody sees (`Slice.changesPages`), for a minute
   * at most. Never for what is somebody's own; `visitors`: only for those who are not signed in, because others find their own as well.
   */
  shared?: true | 'visitors'
  /** Finds what it is about; nothing found refuses with `not_found`. */
  load?: (ctx: Ctx, input: z.output<I>) => Promise<L | undefined | null>
  /** Whether this actor may do this to that; false refuses with `not_found`, as if it did not exist. */
  access?: (ctx: Ctx, input: z.output<I>, loaded: L) => boolean | Promise<boolean>
  handle: (ctx: Ctx, input: z.output<I>, loaded: L) => Promise<z.input<O>>
}

/** An operation, ready for the runner and the adapters. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly summary: string
  readonly kind: 'query' | 'command'
  readonly http: { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string } | null
  readonly channels: readonly Channel[]
  readonly requires: Requirement
  readonly input: I
  readonly output: O
  readonly examples: readonly Example[]
  readonly confirm: boolean
  readonly rateLimit: RateLimit | null
  readonly rateLimitOn: SubjectLimit<unknown> | null
  readonly shared: true | 'visitors' | false
  /** Load, access and handle in one; typed away so that operations of any kind fit one list. */
  readonly perform: (ctx: Ctx, input: z.output<I>) => Promise<unknown>
}

/** Raised inside {@link Operation.perform} when load found nothing or access said no. The runner answers `not_found`. */
export class Withheld extends Error {}

/**
 * Defines an operation: everything that can be done is one, defined once and offered by every channel.
 * Order at run time: channel offered → requires → rate limit → parse → rate limit on → transaction → load → access → handle → output filter → events.
 */
export function defineOperation<I extends z.ZodType, O extends z.ZodType, L = undefined>(
  parts: OperationParts<I, O, L>,
): Operation<I, O> {
  const { load, access, handle, http, examples, confirm, rateLimit, rateLimitOn, shared, ...rest } = parts
  return {
    ...rest,
    http: http ?? null,
    examples: examples ?? [],
    confirm: confirm ?? false,
    rateLimit: rateLimit ?? null,
    rateLimitOn: rateLimitOn ? { ...rateLimitOn, of: (input) => rateLimitOn.of(input as z.output<I>) } : null,
    shared: parts.kind === 'query' ? (shared ?? false) : false,
    async perform(ctx, input) {
      const loaded = load ? await load(ctx, input) : undefined
      if (load && (loaded === undefined || loaded === null)) throw new Withheld()
      if (access && !(await access(ctx, input, loaded as L))) throw new Withheld()
      return handle(ctx, input, loaded as L)
    },
  }
}
