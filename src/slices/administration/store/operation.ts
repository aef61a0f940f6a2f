import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'

/** What the installation's own tables say about how it is running. */
export async function readFigures(db: Database) {
  const { rows } = await sql<{
    database_bytes: number
    server_version: string
    connections: number
    files: number
    file_bytes: number
    jobs_waiting: number
    jobs_failed: number
  }>`
    select pg_database_size(current_database())::bigint as database_bytes,
      current_setting('server_version') as server_version,
      (select count(*) from pg_stat_activity where datname = current_database())::int as connections,
      (select count(*) from files)::int as files,
      (select coalesce(sum(size), 0) from files)::bigint as file_bytes,
      (select count(*) from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now() and name not like '\\_\\_pgboss%')::int as jobs_waiting,
      (select count(*) from pgboss.job where state = 'failed' and name not like '\\_\\_pgboss%')::int as jobs_failed`.execute(
    db,
  )
  return rows[0] as (typeof rows)[number]
}

/** The latest jobs that were given up, newest first. */
export async function listFailedJobs(db: Database, limit: number) {
  const { rows } = await sql<{ id: string; job: string | null; error: string | null; at: Date }>`
    select id, data ->> 'job' as job, left(coalesce(output ->> 'message', output::text), 500) as error, coalesce(completed_on, created_on) as at
    from pgboss.job
    where state = 'failed' and name not like '\\_\\_pgboss%'
    order by coalesce(completed_on, created_on) desc
    limit ${limit}`.execute(db)
  return rows
}
