import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@playwright/test'
import pg from 'pg'
import { findRunning } from '../../src/platform/database/embedded.ts'
import { DEMO_PASSWORD } from '../../src/slices/identity/demo-password.ts'
import { type Program, until, untilReady } from '../program.ts'
import { test } from './programs.ts'

const environment = { THEKE_TRUST_PROXY: '1', THEKE_DEMO: '1' }
/** Who orders. */
const ORDERERS = ['nils.brandt', 'deniz.krause', 'andreas.konstantinou']
/** Who may be asked to approve: by line and by cost centre. */
const APPROVERS = ['renate.seidl', 'claudia.wagner', 'jonas.reitmeier', 'tobias.lindner']
/** Who does the tasks. */
const FULFILLER = 'renate.seidl'
/** How often Theke is killed, each time at another moment of its work. */
const KILLS = 2

/** What Theke has said is done, so far. */
interface Acknowledged {
  orders: Set<string>
  approvals: Set<string>
  tasks: Set<string>
}

/** Calls the API as somebody. Undefined: no answer, or none that can be counted on. */
type Ask = <T>(method: string, path: string, body?: object) => Promise<T | undefined>

function askAs(url: string, cookie: string): Ask {
  return async <T>(method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}/api/v1${path}${path.includes('?') ? '&' : '?'}portal=employees`, {
      method,
      headers: { cookie, origin: url, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(() => undefined)
    return answer?.ok
      ? answer
          .json()
          .then((value) => value as T)
          .catch(() => undefined)
      : undefined
  }
}

/** The cookie of somebody's session; it outlives Theke. */
async function signIn(url: string, person: string): Promise<string> {
  const answer = await fetch(`${url}/employees/de/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({
      action: 'password',
      email: `${person}@lindaubrueck.example`,
      password: DEMO_PASSWORD,
    }),
  })
  expect(answer.status, `${person} signs in`).toBe(303)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** One monitor after the other. */
async function order(ask: Ask, { orders }: Acknowledged) {
  await ask('POST', '/cart/items', { key: 'monitor' })
  const cart = await ask<{ round: number; items: object[]; once: { cents: number }; monthly: { cents: number } }>(
    'GET',
    '/cart',
  )
  if (!cart || cart.items.length === 0) return
  const { round, once, monthly } = cart
  const placed = await ask<{ reference: string }>('POST', '/orders', {
    round,
    once: once.cents,
    monthly: monthly.cents,
  })
  if (placed) orders.add(placed.reference)
}

async function approve(ask: Ask, { approvals }: Acknowledged) {
  const waiting = await ask<{ items: { id: string }[] }>('GET', '/approvals')
  for (const { id } of waiting?.items ?? [])
    if (await ask('POST', `/approvals/${id}/decision`, { outcome: 'approved' })) approvals.add(id)
}

async function finish(ask: Ask, { tasks }: Acknowledged) {
  const open = await ask<{ items: { id: string }[] }>('GET', '/tasks?show=team')
  for (const { id } of open?.items ?? []) if (await ask('POST', `/tasks/${id}/end`, { state: 'done' })) tasks.add(id)
}

/** Everybody at work until told to stop. */
function work(program: Program, cookies: ReadonlyMap<string, string>, acknowledged: Acknowledged) {
  let stopped = false
  const ask = (person: string) => askAs(program.url, cookies.get(person) ?? '')
  const again = async (person: string, deed: (ask: Ask, acknowledged: Acknowledged) => Promise<void>) => {
    while (!stopped) {
      await deed(ask(person), acknowledged)
      await pause(20)
    }
  }
  const done = [
    ...ORDERERS.map((person) => again(person, order)),
    ...APPROVERS.map((person) => again(person, approve)),
    again(FULFILLER, finish),
  ]
  return async () => {
    stopped = true
    await Promise.all(done)
  }
}

async function query<T extends pg.QueryResultRow>(folder: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: findRunning(join(folder, 'postgres')) })
  await client.connect()
  const { rows } = await client.query<T>(statement)
  await client.end()
  return rows
}

const WAITING_JOBS = `select count(*)::int as n from pgboss.job
  where state in ('created', 'retry', 'active') and name not like '\\_\\_%' and start_after < now() + interval '15 minutes'`

test('kill -9 of Theke while people order, approve and fulfil: what was acknowledged counts once, nothing is half done', async ({
  start,
  folder,
}) => {
  test.setTimeout(400_000)
  const acknowledged: Acknowledged = { orders: new Set(), approvals: new Set(), tasks: new Set() }
  let program = await start(environment)
  await untilReady(program)
  const people = [...new Set([...ORDERERS, ...APPROVERS, FULFILLER])]
  const cookies = new Map<string, string>()
  for (const person of people) cookies.set(person, await signIn(program.url, person))

  for (let n = 1; n <= KILLS; n++) {
    const stop = work(program, cookies, acknowledged)
    const wanted = acknowledged.tasks.size + 4
    await until(() => acknowledged.tasks.size >= wanted, 'nothing was fulfilled')
    await pause(Math.random() * 400)
    program.child.kill('SIGKILL')
    await program.exited
    await stop()
    program = await start(environment)
    await untilReady(program)
  }
  await until(async () => (await query<{ n: number }>(folder, WAITING_JOBS))[0]?.n === 0, 'jobs were left behind')

  const placed = await query<{ number: string; requests: number; said: number }>(
    folder,
    `select o.number::text, (select count(*)::int from requests r where r.id = o.request_id) as requests,
      (select count(*)::int from events e where e.type = 'order.placed' and e.subject_id = o.id::text) as said from orders o`,
  )
  const numbers = new Set(placed.map(({ number }) => number))
  const numberOf = (reference: string) => /\d+/.exec(reference)?.[0] ?? ''
  expect(
    [...acknowledged.orders].filter((one) => !numbers.has(numberOf(one))),
    'orders lost',
  ).toEqual([])
  expect(acknowledged.orders.size).toBeGreaterThan(KILLS)
  const ordered = placed.filter(({ number }) => [...acknowledged.orders].some((one) => numberOf(one) === number))
  expect(
    ordered.filter(({ requests, said }) => requests !== 1 || said !== 1),
    'orders half placed',
  ).toEqual([])

  const decided = await query<{ id: string; step: string }>(
    folder,
    `select id, step_id as step from approval_asks where outcome = 'approved'`,
  )
  const decidedIds = new Set(decided.map(({ id }) => id))
  expect(
    [...acknowledged.approvals].filter((id) => !decidedIds.has(id)),
    'decisions lost',
  ).toEqual([])
  const done = await query<{ id: string }>(folder, `select id from fulfilment_work where state = 'done'`)
  const doneIds = new Set(done.map(({ id }) => id))
  expect(
    [...acknowledged.tasks].filter((id) => !doneIds.has(id)),
    'tasks lost',
  ).toEqual([])

  expect(await query(folder, HALF_DONE), 'half done').toEqual([])
  expect(await query(folder, TWICE), 'done twice').toEqual([])
  expect(await query(folder, UNTOLD), 'nobody was told').toEqual([])
})

/** Items that wait for nobody, or are over although something is still to be done; ordered items that stand elsewhere. */
const HALF_DONE = `
  select i.id, i.state from request_items i
  where (i.state = 'approval' and not exists (select from approval_asks a where a.item_id = i.id and a.outcome is null))
    or (i.state = 'fulfilment' and not exists (select from fulfilment_work w where w.item_id = i.id and w.state in ('open', 'failed')))
    or (i.state = 'finished' and exists (select from fulfilment_work w where w.item_id = i.id and w.state in ('ahead', 'open')))
  union all
  select o.id, o.state from order_items o join request_items i on i.key = o.id::text
  where (i.state = 'finished' and o.state <> 'delivered') or (i.state = 'fulfilment' and o.state <> 'fulfilment')`

/** Events of what can happen once only. */
const TWICE = `select type, subject_id, count(*)::int from events
  where type in ('order.placed', 'approval.decided', 'task.finished') group by 1, 2 having count(*) > 1`

/** Who is still asked, and has not been told. Whoever has decided before they could be told needs no telling. */
const UNTOLD = `select e.id from events e join approval_asks a on a.id::text = e.subject_id
  where e.type = 'approval.asked' and a.outcome is null and not exists (
    select from notifications n where n.person_id = a.person_id and n.path = '/approvals/' || a.id)`
