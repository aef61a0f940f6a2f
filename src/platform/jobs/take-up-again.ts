import pg from 'pg'

/**
 * Gives back to the queue what a killed process had in hand, so that it is done now and not when its time is over (15 minutes). Only for
 * whoever is alone with the database: another process's jobs would be done twice. Jobs that have used up their tries stay as they are: one
 * of them may be what killed the process.
 * @returns how many there were
 */
export async function takeUpAgain(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(`select to_regclass('pgboss.job') is not null as there`)
    if (!rows[0]?.there) return 0
    const { rowCount } = await client.query(
      `update pgboss.job set state = 'retry', start_after = now() where state = 'active' and retry_count < retry_limit`,
    )
    return rowCount ?? 0
  } finally {
    await client.end()
  }
}
