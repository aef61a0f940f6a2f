import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'

const { db } = await openTestDatabase({ empty: true })
const find = (id: number) => sql<{ id: number; name: string }>`select * from things where id = ${id}`.execute(db)
const count = async () => Number((await sql<{ n: string }>`select count(*) as n from things`.execute(db)).rows[0]?.n)

beforeAll(async () => {
  await sql`create table things (id int primary key, name text not null)`.execute(db)
  await sql`insert into things values (1, 'one'), (2, 'two')`.execute(db)
})

describe('statements that come again and again', () => {
  it('are prepared, and give what they gave before', async () => {
    for (let n = 0; n < 8; n++) expect((await find(2)).rows).toEqual([{ id: 2, name: 'two' }])
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_prepared_statements where statement like ${'select * from things%'}`.execute(db)
    expect(rows[0]?.n).toBe(1)
  })

  it('are refused once when their table has changed, and then prepared anew', async () => {
    for (let n = 0; n < 8; n++) await find(1)
    await sql`alter table things add column colour text not null default 'red'`.execute(db)
    await expect(find(1)).rejects.toMatchObject({ code: 'unavailable' })
    for (let n = 0; n < 8; n++) expect((await find(1)).rows).toEqual([{ id: 1, name: 'one', colour: 'red' }])
  })

  it('say each time what is wrong with them, and leave the connection usable', async () => {
    for (let n = 0; n < 6; n++) {
      await expect(sql`select nothing from things where id = ${n}`.execute(db)).rejects.toMatchObject({ code: '42703' })
      await expect(sql`insert into things values (${1}, ${'one'})`.execute(db)).rejects.toMatchObject({ code: '23505' })
    }
    expect((await find(1)).rows).toHaveLength(1)
  })
})

describe('a transaction, whose beginning is not waited for', () => {
  it('is there as a whole', async () => {
    await db.transaction().execute(async (within) => {
      await sql`insert into things values (${3}, ${'three'}), (${4}, ${'four'})`.execute(within)
      expect(await count()).toBe(2)
    })
    expect(await count()).toBe(4)
  })

  it('leaves nothing behind when one of its statements fails, even when that is passed over', async () => {
    const broken = db.transaction().execute(async (within) => {
      await sql`insert into things values (${5}, ${'five'})`.execute(within)
      await sql`insert into things values (${1}, ${'one'})`.execute(within).catch(() => undefined)
    })
    await expect(broken).rejects.toThrow()
    expect(await count()).toBe(4)
  })

  it('leaves nothing behind when its work fails', async () => {
    const broken = db.transaction().execute(async (within) => {
      await sql`insert into things values (${6}, ${'six'})`.execute(within)
      throw new Error('no')
    })
    await expect(broken).rejects.toThrow('no')
    await expect(db.transaction().execute(async () => Promise.reject(new Error('at once')))).rejects.toThrow('at once')
    expect(await count()).toBe(4)
  })
})
