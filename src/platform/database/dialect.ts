import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'

/**
 * PostgreSQL as Kysely speaks it, but that the beginning of a transaction is not waited for: it goes out together with the first statement, which
 * fails as well should the beginning fail. Needs connections that send what is asked without waiting for the answer before (`pipeline`).
 */
export class EagerDialect extends PostgresDialect {
  readonly #pool: pg.Pool

  constructor(pool: pg.Pool) {
    super({ pool })
    this.#pool = pool
  }

  override createDriver() {
    return new EagerDriver({ pool: this.#pool })
  }
}

class EagerDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
    if (settings.isolationLevel || settings.accessMode) return super.beginTransaction(connection, settings)
    connection.executeQuery(CompiledQuery.raw('begin')).catch(() => undefined)
  }
}
