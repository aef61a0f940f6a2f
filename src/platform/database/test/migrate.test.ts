import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { findPending, type Migration, migrate } from '../migrate.ts'

const first: Migration = { slice: 'knowledge', name: '20260101T0800_first.sql', sql: 'create table one (id int)' }
const second: Migration = { slice: 'identity', name: '20260102T0800_second.sql', sql: 'create table two (id int)' }
const broken: Migration = {
  slice: 'identity',
  name: '20260103T0800_broken.sql',
  sql: 'create table three (id int); create table one (id int)',
}

const { url } = await openTestDatabase({ empty: true })

describe('migrate', () => {
  it('applies what is pending, oldest first, once', async () => {
    const order: string[] = []
    const onApplied = ({ name }: Migration) => order.push(name)
    expect(await migrate({ url, migrations: [second, first], onApplied })).toEqual({ applied: 2 })
    expect(order).toEqual([first.name, second.name])
    expect(await migrate({ url, migrations: [second, first] })).toEqual({ applied: 0 })
  })

  it('keeps nothing of a migration that fails', async () => {
    await expect(migrate({ url, migrations: [first, second, broken] })).rejects.toThrow(
      /identity\/20260103T0800_broken\.sql failed, nothing of it was kept/,
    )
    expect(await tableNames()).toEqual(['one', 'schema_migrations', 'two'])
  })

  it('lets processes that start at the same time migrate one after the other', async () => {
    const more = { slice: 'identity', name: '20260104T0800_more.sql', sql: 'create table more (id int)' }
    const runs = await Promise.all([1, 2, 3].map(() => migrate({ url, migrations: [first, second, more] })))
    expect(runs.map(({ applied }) => applied).sort()).toEqual([0, 0, 1])
  })

  it('refuses a file that was changed after it had been applied', () => {
    const applied = [{ slice: first.slice, name: first.name, checksum: 'another' }]
    expect(() => findPending([first], applied)).toThrow(/was changed after it had been applied/)
  })

  it('refuses a database that is newer than the program', () => {
    const applied = [{ slice: 'later', name: '20270101T0800_later.sql', checksum: 'any' }]
    expect(() => findPending([first], applied)).toThrow(
      /newer Theke \(later\/20270101T0800_later\.sql is unknown here\)/,
    )
  })

  it('refuses a misnamed file', () => {
    expect(() => findPending([{ ...first, name: 'first.sql' }], [])).toThrow(/misnamed/)
  })
})

async function tableNames() {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(`select relname from pg_class join pg_namespace n on n.oid = relnamespace
    where nspname = 'public' and relkind = 'r' order by relname`)
  await client.end()
  return rows.map(({ relname }) => relname)
}
