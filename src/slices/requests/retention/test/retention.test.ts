import { beforeAll, expect, test } from 'vitest'
import { bySystem, callBy, openTheke } from '../../../../test/theke.ts'
import { readLegalPage } from '../../../administration/operations/read-legal-page.ts'
import { read } from '../../operations/read.ts'
import { linkOf, numberOf } from '../../rules.ts'
import { builders } from '../../test/builders.ts'
import { setRetention } from '../operations.ts'
import { forgetVisitors } from '../retention.ts'

let now = new Date('2026-01-05T09:00:00Z')
let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
const manager = callBy({ personId: crypto.randomUUID(), permissions: new Set(['platform.manage']) })

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
})

const forget = () => forgetVisitors.steps((step) => theke.runner.inCtx(bySystem, step), {})

/** A request of a visitor or of somebody with an account, closed at a moment or still open. */
async function request(closedAt: string | null, by = build.visitor()) {
  const file = await build.upload(by)
  const written = { email: 'v@example.org', name: 'Vera Visitor', message: 'Bei mir zu Hause.', files: [file.id] }
  const { reference } = await build.write(by, by.actor.personId ? { message: 'Meins.' } : written)
  const change = closedAt ? { state: 'closed', ending: 'solved', closed_at: new Date(closedAt) } : {}
  const { id } = await theke.db
    .updateTable('requests')
    .set({ subject: 'Betreff', ...change } as never)
    .where('number', '=', numberOf(reference))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const kept = (id: string) =>
  theke.db
    .selectFrom('requests')
    .innerJoin('request_entries', 'request_entries.request_id', 'requests.id')
    .select(['subject', 'contact_email', 'contact_name', 'type', 'closed_at', 'body', 'author_name', 'file_ids'])
    .where('requests.id', '=', id)
    .where('kind', '=', 'message')
    .executeTakeFirstOrThrow()

test('visitors and their words go from what was closed long ago; the case stays for the figures', async () => {
  const old = await request('2026-01-10T09:00:00Z')
  const [young, open] = [await request('2026-12-01T09:00:00Z'), await request(null)]
  const own = await request('2026-01-10T09:00:00Z', await build.person('Ann'))
  const [file] = (await kept(old)).file_ids
  const link = linkOf(theke.installation.secret, old, 1)
  now = new Date('2027-01-10T09:00:01Z')
  await forget()
  expect(await kept(old)).toMatchObject({
    subject: '—',
    contact_email: null,
    contact_name: null,
    body: '—',
    author_name: null,
    file_ids: [],
    type: 'message',
    closed_at: new Date('2026-01-10T09:00:00Z'),
  })
  await expect(theke.runner.run(read, build.visitor(), { request: link })).rejects.toMatchObject({ code: 'not_found' })
  expect(await theke.db.selectFrom('files').select('id').where('id', '=', String(file)).execute()).toEqual([])
  for (const id of [young, open])
    expect(await kept(id)).toMatchObject({ contact_email: 'v@example.org', subject: 'Betreff' })
  expect((await kept(own)).body).toBe('Meins.')
})

test('the time is set by the administration, and stands in the privacy notice', async () => {
  const notes = async () => (await theke.runner.run(readLegalPage, build.visitor(), { page: 'privacy' })).notes
  expect(await notes()).toEqual([expect.stringContaining('365 Tage')])
  await theke.runner.run(setRetention, manager, { visitorDays: 90 })
  await theke.settled()
  expect(await notes()).toEqual([expect.stringContaining('90 Tage')])
  const id = await request('2026-09-01T09:00:00Z')
  await forget()
  expect((await kept(id)).contact_email).toBeNull()
  for (const visitorDays of [29, 3651, 40.5])
    await expect(theke.runner.run(setRetention, manager, { visitorDays })).rejects.toMatchObject({ code: 'invalid' })
  await expect(theke.runner.run(setRetention, await build.person('Bob'), { visitorDays: 90 })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('what was written without any name goes as well, also where it was to be approved', async () => {
  const { reference } = await build.write(build.visitor(), { message: 'Ich wohne Färbersteg 3.' })
  const { id } = await theke.db
    .updateTable('requests')
    .set({ state: 'closed', ending: 'solved', closed_at: new Date('2026-01-10T09:00:00Z') })
    .where('number', '=', numberOf(reference))
    .returning('id')
    .executeTakeFirstOrThrow()
  const item = {
    request_id: id,
    key: 'request',
    title: JSON.stringify({ de: 'Färbersteg 3' }),
    state: 'finished',
    finished_at: now,
  }
  const plan = { approval: '{"stages":[]}', fulfilment: '{"stages":[]}', answers: '{"place":"Färbersteg 3"}' }
  await theke.db
    .insertInto('request_items')
    .values({ ...item, ...plan } as never)
    .execute()
  await forget()
  expect(await kept(id)).toMatchObject({ subject: '—', body: '—' })
  const items = await theke.db.selectFrom('request_items').select(['title', 'answers']).execute()
  expect(items).toEqual([{ title: { de: '—' }, answers: {} }])
})
