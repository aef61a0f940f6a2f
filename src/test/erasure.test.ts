import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../process/demonstration.ts'
import { deactivatePerson } from '../slices/identity/operations/deactivate-person.ts'
import { erasePersonForGood } from '../slices/identity/operations/erase-person.ts'
import { exportOwn, exportPerson } from '../slices/identity/operations/export-person.ts'
import { writeForSomebody } from '../slices/requests/desk/operations/write-for-somebody.ts'
import { write } from '../slices/requests/operations/write.ts'
import { share } from '../slices/requests/sharing/operations/share.ts'
import { bySystem, callBy, openTheke } from './theke.ts'

/** Whoever is erased is gone from every table of every slice, whatever they did: walked over the demonstration content. */

const WHO = 'lena.okafor@lindaubrueck.example'
const WORDS = 'Nurfürlenasaugen'

/** What others were told stays for the 90 days that all of it stays; the organisation's own texts may name whom they like. */
const OTHERS = /^(mails|notifications|articles?_|service|settings)/

let theke: Awaited<ReturnType<typeof openTheke>>
let person: { id: string; name: string }
beforeAll(async () => {
  const now = new Date()
  theke = await openTheke({ now: () => now })
  await loadDemo(theke, () => undefined)
  await theke.drain()
  person = await theke.db
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('email', '=', WHO)
    .executeTakeFirstOrThrow()
})

const idOf = async (email: string) =>
  (await theke.db.selectFrom('persons').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id

/** Where something is still said, as `table.column`. */
async function saying(word: string): Promise<string[]> {
  const { rows: columns } = await sql<{ t: string; c: string }>`
    select table_name t, column_name c from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY') order by 1, 2`.execute(theke.db)
  const found: string[] = []
  for (const { t, c } of columns) {
    const { rows } =
      await sql`select from ${sql.table(t)} where position(${word} in ${sql.ref(c)}::text) > 0 limit 1`.execute(
        theke.db,
      )
    if (rows.length > 0) found.push(`${t}.${c}`)
  }
  return found
}

test('whoever asks gets everything; nothing is left of whoever is erased', async () => {
  const jonas = callBy({
    personId: await idOf('jonas.reitmeier@lindaubrueck.example'),
    name: 'Jonas Reitmeier',
    permissions: new Set(['requests.work']),
  })
  const lena = callBy({ personId: person.id, name: person.name, email: WHO })
  await theke.runner.run(write, lena, { subject: WORDS, message: WORDS })
  await theke.runner.run(writeForSomebody, jonas, { subject: WORDS, message: WORDS, email: WHO })
  const { reference } = await theke.runner.run(write, jonas, { subject: 'Drucker', message: 'Steht still.' })
  const organisation = await theke.db
    .selectFrom('memberships')
    .select('organisation_id')
    .where('person_id', '=', person.id)
    .execute()
  expect(organisation).not.toEqual([])
  await theke.runner.run(share, jonas, { request: reference, person: person.id })
  await theke.drain()
  expect(await saying(WORDS)).toContain('request_entries.body')
  expect(await saying(person.name)).toContain('request_entries.detail')
  const own = await theke.runner.run(exportOwn, lena, {})
  expect(Object.keys(own)).toEqual(expect.arrayContaining(['identity', 'forms', 'requests', 'catalogue', 'notices']))
  expect(JSON.stringify(own)).toContain(WORDS)
  expect(JSON.stringify(own)).not.toMatch(/https?:\/\/[^"]*\/(forgotten-password|invitation|approve|track|claim)\//)
  expect(await theke.runner.run(exportPerson, bySystem, { id: person.id })).toEqual(own)
  await expect(theke.runner.run(exportPerson, lena, { id: person.id })).rejects.toMatchObject({ code: 'forbidden' })
  await theke.runner.run(deactivatePerson, bySystem, { id: person.id })
  await theke.drain()
  await theke.runner.run(erasePersonForGood, bySystem, { id: person.id })
  await theke.drain()
  expect(await saying(WHO)).toEqual([])
  for (const word of [WORDS, person.name])
    expect((await saying(word)).filter((place) => !OTHERS.test(place))).toEqual([])
})
