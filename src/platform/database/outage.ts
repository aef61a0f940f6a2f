import type pg from 'pg'
import { refuse } from '../../kernel/refusal.ts'
import { isStale } from './prepared.ts'

const NETWORK_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN'],
])
/** Shutdown, crash recovery, starting up, too many connections, disk full, out of memory, statement cancelled by its time limit. */
const SERVER_CODES = new Set(['57P01', '57P02', '57P03', '53300', '53100', '53200', '57014', '25P03'])
const DRIVER_TEXTS = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
]

/** True when the error says that the database is away, overloaded or being changed, and not that the statement is wrong. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (isStale(error)) return true
  const { code = '' } = error as { code?: string }
  if (NETWORK_CODES.has(code) || SERVER_CODES.has(code) || code.startsWith('08')) return true
  return DRIVER_TEXTS.some((text) => error.message.includes(text))
}

/** Makes everything sent through the pool refuse with `unavailable` while the database is away. */
export function translateOutage(pool: pg.Pool, onOutage?: (error: Error) => void): pg.Pool {
  const translate = (error: unknown): never => {
    if (!isOutage(error)) throw error
    onOutage?.(error as Error)
    const refusal = refuse.unavailable()
    refusal.cause = error
    throw refusal
  }
  // biome-ignore lint/suspicious/noExplicitAny: the driver's functions have a dozen overloads; only the promise is touched
  const guard = (call: (...args: any[]) => any) =>
    // biome-ignore lint/suspicious/noExplicitAny: see above
    function guarded(this: unknown, ...args: any[]) {
      const outcome = call.apply(this, args)
      return outcome instanceof Promise ? outcome.catch(translate) : outcome
    }
  pool.on('connect', (client) => {
    // A connection that breaks off between two statements of a transaction: the next statement tells; without a
    // listener it would end the process.
    client.on('error', () => undefined)
    client.query = guard(client.query) as typeof client.query
  })
  pool.connect = guard(pool.connect) as typeof pool.connect
  return pool
}
