import type { z } from 'zod'
import { type Actor, may } from './actor.ts'
import type { Ctx, Database } from './ctx.ts'
import type { NewEvent } from './events.ts'
import { newId } from './ids.ts'
import { issuesOf } from './issues.ts'
import type { Lang } from './lang.ts'
import { type Operation, Withheld } from './operation.ts'
import { Refusal, refuse } from './refusal.ts'
import { type SharedAnswers, sharedKey } from './shared-answers.ts'
import { storable } from './storable.ts'

/** What a channel says about a call, besides its input. */
export interface Call {
  actor: Actor
  lang: Lang
  requestId?: string
  /** Makes a command safe to repeat: the same key by the same actor gives the first answer again. */
  idempotencyKey?: string
  /** Hears parts of the answer as they come, of operations that give any. */
  onPart?: (part: unknown) => void
}

/** What the runner needs from the platform. */
export interface RunnerPorts {
  /** Runs in a transaction; commits when the function ends, rolls back when it throws. Tells apart "database away" by refusing `unavailable`. */
  transaction<T>(fn: (db: Database) => Promise<T>): Promise<T>
  /** Where queries read: the pool, or a replica. */
  reader(call: Call): Database
  /** Appends events and enqueues their reactions, in the given transaction. */
  writeEvents(db: Database, events: NewEvent[], call: Call & { requestId: string }): Promise<void>
  /** Everything in a ctx but what the runner itself supplies. */
  services(
    db: Database,
    call: Call & { requestId: string },
    events: { emit(event: NewEvent): void; hasEmitted(): boolean },
  ): Omit<Ctx, 'actor' | 'lang' | 'requestId' | 'now' | 'db' | 'emit' | 'part'>
  /** Counts a call against a limit; gives the seconds to wait when it is used up, else 0. */
  countCall(operation: string, who: string, limit: { limit: number; seconds: number }): Promise<number>
  idempotency: {
    /** The kept answer, or undefined. Waits for a twin that is under way. */
    recall(db: Database, key: string, operation: string, input: string): Promise<{ answer: unknown } | undefined>
    keep(db: Database, key: string, operation: string, input: string, answer: unknown): Promise<void>
  }
  sharedAnswers: SharedAnswers
  /** Hears which types of events were just committed by this process, before the answer is given. */
  committed(types: readonly string[]): void
  now(): Date
  /** Reports a bug: anything thrown that is no refusal. */
  bug(error: unknown, operation: string, requestId: string): void
}

/** Runs operations. The only way in which channels, jobs and tests do anything. */
export interface Runner {
  run<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    call: Call,
    input: unknown,
  ): Promise<z.output<O>>
  /** Runs Theke's own work (a job, a reaction, a command-line step) with a ctx in a transaction of its own. */
  inCtx<T>(call: Call, work: (ctx: Ctx) => Promise<T>): Promise<T>
}

/** Builds the runner over the platform's ports. */
export function createRunner(ports: RunnerPorts): Runner {
  return { run, inCtx }

  async function run<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    given: Call,
    input: unknown,
  ): Promise<z.output<O>> {
    const call = { ...given, requestId: given.requestId ?? newId() }
    try {
      admit(operation, call.actor)
      const isLimited = call.actor.channel !== 'system'
      if (isLimited) await limitCaller(operation, call.actor)
      const parsed = parse(operation, input)
      if (isLimited) await limitSubject(operation, parsed)
      const answer =
        operation.kind === 'command' ? await command(operation, call, parsed) : await query(operation, call, parsed)
      return answer as z.output<O>
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (error instanceof Withheld) throw refuse.notFound()
      ports.bug(error, operation.name, call.requestId)
      throw error
    }
  }

  async function limitCaller({ name, rateLimit }: Operation, { personId, address }: Actor) {
    if (!rateLimit) return
    const limit = personId === null ? (rateLimit.visitors ?? rateLimit.limit) : rateLimit.limit
    refuseAfter(await ports.countCall(name, personId ?? address ?? 'unknown', { ...rateLimit, limit }))
  }

  async function limitSubject({ name, rateLimitOn }: Operation, input: unknown) {
    const subject = rateLimitOn?.of(input)
    if (rateLimitOn && subject) refuseAfter(await ports.countCall(`${name}|on`, subject, rateLimitOn))
  }

  function refuseAfter(wait: number) {
    if (wait > 0) throw refuse.rateLimited(wait)
  }

  async function query(operation: Operation, call: Call & { requestId: string }, input: unknown) {
    const isShared = operation.shared === true || (operation.shared === 'visitors' && call.actor.personId === null)
    const shared = isShared ? sharedKey(operation.name, call, input) : null
    const kept = shared ? ports.sharedAnswers.get(shared) : undefined
    if (kept !== undefined) return kept
    const generation = ports.sharedAnswers.generation()
    const { ctx } = makeCtx(ports.reader(call), call)
    const answer = filter(operation, await operation.perform(ctx, input))
    if (shared) ports.sharedAnswers.set(shared, answer, generation)
    return answer
  }

  async function command(operation: Operation, call: Call & { requestId: string }, input: unknown) {
    return transaction(async (db, commits) => {
      const kept = call.idempotencyKey ? { key: idempotencyKey(call), input: JSON.stringify(input) } : null
      if (kept) {
        const before = await ports.idempotency.recall(db, kept.key, operation.name, kept.input)
        if (before) return before.answer
      }
      const { ctx, events } = makeCtx(db, call)
      const answer = filter(operation, await operation.perform(ctx, input))
      await ports.writeEvents(db, events, call)
      commits(events)
      if (kept) await ports.idempotency.keep(db, kept.key, operation.name, kept.input, answer)
      return answer
    })
  }

  async function inCtx<T>(given: Call, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    const call = { ...given, requestId: given.requestId ?? newId() }
    return transaction(async (db, commits) => {
      const { ctx, events } = makeCtx(db, call)
      const answer = await work(ctx)
      await ports.writeEvents(db, events, call)
      commits(events)
      return answer
    })
  }

  /** A transaction that tells of its events once it is committed. */
  async function transaction<T>(work: (db: Database, commits: (events: NewEvent[]) => void) => Promise<T>): Promise<T> {
    let types: string[] = []
    const answer = await ports.transaction((db) =>
      work(db, (events) => {
        types = events.map((event) => event.type)
      }),
    )
    if (types.length > 0) ports.committed(types)
    return answer
  }

  function makeCtx(db: Database, call: Call & { requestId: string }): { ctx: Ctx; events: NewEvent[] } {
    const events: NewEvent[] = []
    const at = ports.now()
    const emit = (event: NewEvent) => {
      events.push(event)
    }
    const ctx: Ctx = {
      ...ports.services(db, call, { emit, hasEmitted: () => events.length > 0 }),
      actor: call.actor,
      lang: call.lang,
      requestId: call.requestId,
      now: () => at,
      db,
      emit,
      part: (part) => call.onPart?.(part),
    }
    return { ctx, events }
  }
}

/**
 * Runs a query inside another operation, as the same actor and with the same checks as any channel's call. For generic parts that are
 * given operations by slices; own operations share functions instead.
 */
export async function queryWithin(ctx: Ctx, operation: Operation, input: unknown): Promise<unknown> {
  if (operation.kind !== 'query') throw new Error(`${operation.name} is no query`)
  admit(operation, ctx.actor)
  try {
    return filter(operation, await operation.perform(ctx, parse(operation, input)))
  } catch (error) {
    if (error instanceof Withheld) throw refuse.notFound()
    throw error
  }
}

function admit(operation: Operation, actor: Actor) {
  if (actor.channel === 'system') return
  if (!operation.channels.includes(actor.channel)) throw refuse.notFound()
  if (operation.requires === 'anyone') return
  if (actor.personId === null && actor.apiKeyId === null) throw refuse.unauthenticated()
  if (operation.requires === 'signed-in') return
  if (!may(actor, operation.requires)) throw refuse.forbidden()
}

function parse(operation: Operation, input: unknown): unknown {
  const result = operation.input.safeParse(storable(input), { reportInput: true })
  if (result.success) return result.data
  throw refuse.invalid(issuesOf(result.error))
}

/** Drops every field that the output schema does not name, so that nothing slips out of a store by accident. */
function filter(operation: Operation, answer: unknown): unknown {
  const result = operation.output.safeParse(answer)
  if (result.success) return result.data
  throw new Error(`${operation.name} answered what its output schema does not allow: ${result.error.message}`)
}

function idempotencyKey(call: Call): string {
  return `${call.actor.personId ?? call.actor.apiKeyId ?? call.actor.address}:${call.idempotencyKey}`
}
