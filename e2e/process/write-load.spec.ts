import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@playwright/test'
import pg from 'pg'
import { findRunning } from '../../src/platform/database/embedded.ts'
import { type Program, until, untilReady } from '../program.ts'
import { serverPid, serverRuns, test } from './programs.ts'

/** Writes one after the other until told to stop; keeps what was acknowledged. */
function writeOn(program: Program, writer: number, acknowledged: string[]) {
  let stopped = false
  const done = (async () => {
    for (let n = 0; !stopped; n++) {
      const answer = await fetch(`${program.url}/api/v1/requests`, {
        method: 'POST',
        // Every message from another address: how often one person may write is not what is tried here.
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.${writer}.${n >> 8}.${n & 255}` },
        body: JSON.stringify({ subject: `Message ${writer}.${n}`, message: 'The lamp is dark.' }),
      }).catch(() => undefined)
      if (answer?.ok) acknowledged.push(((await answer.json()) as { reference: string }).reference)
      else if (answer && answer.status < 500) throw new Error(`refused: ${await answer.text()}`)
      else await pause(20)
    }
  })()
  return async () => {
    stopped = true
    await done
  }
}

/** What the database holds, by number; every request must have its message and its event, and nothing else may be there. */
async function inspect(folder: string) {
  const client = new pg.Client({ connectionString: findRunning(join(folder, 'postgres')) })
  await client.connect()
  const { rows } = await client.query<{ number: string; entries: number; events: number }>(`
    select number::text,
      (select count(*)::int from request_entries e where e.request_id = r.id) as entries,
      (select count(*)::int from events v where v.subject_id = r.id::text and v.type = 'request.written') as events
    from requests r
    where subject like 'Message %'`)
  const { rows: orphans } = await client.query(`
    select id from events where type = 'request.written' and subject_id not in (select id::text from requests)`)
  await client.end()
  return { rows, orphans }
}

async function expectNothingLost(folder: string, acknowledged: string[]) {
  const { rows, orphans } = await inspect(folder)
  const numbers = new Set(rows.map(({ number }) => number))
  const lost = acknowledged.filter((reference) => !numbers.has(/\d+/.exec(reference)?.[0] ?? ''))
  expect(lost, 'acknowledged and lost').toEqual([])
  expect(
    rows.filter(({ entries, events }) => entries !== 1 || events !== 1),
    'half done',
  ).toEqual([])
  expect(orphans, 'events of nothing').toEqual([])
}

// With the demonstration: an installation that waits to be set up takes no messages.
const environment = { THEKE_TRUST_PROXY: '1', THEKE_DEMO: '1' }

test('kill -9 of Theke under write load: what was acknowledged is there, nothing is half done', async ({
  start,
  folder,
}) => {
  const first = await start(environment)
  await untilReady(first)
  const acknowledged: string[] = []
  const stops = [1, 2, 3, 4].map((writer) => writeOn(first, writer, acknowledged))
  await until(() => acknowledged.length >= 50, 'nothing could be written')
  first.child.kill('SIGKILL')
  await first.exited
  await Promise.all(stops.map((stop) => stop()))

  const second = await start(environment)
  await untilReady(second)
  await expectNothingLost(folder, acknowledged)
})

test('kill -9 of the database under write load: the same, and writing goes on by itself', async ({ start, folder }) => {
  const program = await start(environment)
  await untilReady(program)
  const acknowledged: string[] = []
  const stops = [1, 2, 3, 4].map((writer) => writeOn(program, writer, acknowledged))
  await until(() => acknowledged.length >= 50, 'nothing could be written')
  const before = serverPid(folder)
  process.kill(before, 'SIGKILL')
  await until(() => serverRuns(folder) && serverPid(folder) !== before, 'the database was not started again')
  const soFar = acknowledged.length
  await until(() => acknowledged.length >= soFar + 20, 'writing did not go on')
  await Promise.all(stops.map((stop) => stop()))
  await expectNothingLost(folder, acknowledged)
})
