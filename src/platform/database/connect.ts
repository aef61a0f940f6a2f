import { Kysely } from 'kysely'
import pg from 'pg'
import type { Tables } from '../../generated/tables.ts'
import { EagerDialect } from './dialect.ts'
import { translateOutage } from './outage.ts'
import { prepareStatements } from './prepared.ts'

/** The process's connection to its database. */
export type Database = {
  /** For everything that writes, and for reads that must see the latest write. */
  db: Kysely<Tables>
  /** For reads that may lag a moment behind; the same as `db` when there is no replica. */
  reads: Kysely<Tables>
  /** The bare pool, for libraries that bring their own SQL (jobs, sign-in). */
  pool: pg.Pool
  /** Connection string, for connections outside the pool. */
  url: string
  /** Ends all connections; waits for statements that still run. */
  close(): Promise<void>
}

type Options = {
  url: string
  replicaUrl?: string | undefined
  /** Connections of this process, 10 unless told otherwise. */
  connections?: number
  /** A statement that takes longer is cancelled and refused as `unavailable`. */
  statementTimeoutMs?: number
  onError?: (error: Error) => void
}

/** Opens the pool. No connection is made before the first query, and a lost one is replaced at the next. */
export function connectDatabase(options: Options): Database {
  const pool = openPool(options.url, options)
  const db = kyselyOn(pool)
  const replica = options.replicaUrl ? openPool(options.replicaUrl, options) : undefined
  return {
    db,
    reads: replica ? kyselyOn(replica) : db,
    pool,
    url: options.url,
    close: async () => {
      await Promise.all([pool.end(), replica?.end()])
    },
  }
}

function openPool(url: string, { connections = 10, statementTimeoutMs = 15_000, onError }: Options) {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    pipeline: true,
    application_name: `theke ${process.pid}`,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  })
  // An idle connection that breaks off is no bug of ours; the pool replaces it.
  pool.on('error', (error) => onError?.(error))
  return translateOutage(prepareStatements(pool), onError)
}

function kyselyOn(pool: pg.Pool) {
  return new Kysely<Tables>({ dialect: new EagerDialect(pool) })
}

/**
 * How values arrive: `bigint` as number (refusing what a number cannot hold exactly), `date` as the text 2026-11-21
 * (a day has no time zone), `timestamptz` as Date, `numeric` as text.
 */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.INT8) return toSafeNumber
  if (oid === pg.types.builtins.DATE || oid === pg.types.builtins.INTERVAL) return (text: string) => text
  return pg.types.getTypeParser(oid, format as 'text')
}

function toSafeNumber(text: string) {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database sent ${text}, which no number holds exactly.`)
  return value
}
