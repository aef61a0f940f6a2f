import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTheke } from '../../../../test/theke.ts'
import { idOf, processBuilders } from '../../process/test/builders.ts'
import { checkTask } from '../operations/check-task.ts'
import { finishTask } from '../operations/finish-task.ts'
import { helpTask } from '../operations/help-task.ts'
import { listDeliveries } from '../operations/list-deliveries.ts'
import { listTasks } from '../operations/list-tasks.ts'
import { listWebhooks } from '../operations/list-webhooks.ts'
import { readTask } from '../operations/read-task.ts'
import { replayDelivery, testWebhook } from '../operations/replay-delivery.ts'
import { changeWebhook, createWebhook, deleteWebhook, renewWebhookSecret } from '../operations/save-webhook.ts'
import { takeTask } from '../operations/take-task.ts'

/** Another system, on this machine, that behaves as the test says. */
let behave: (request: IncomingMessage, body: string, response: ServerResponse) => void = (_request, _body, response) =>
  response.end('ok')
const received: { headers: IncomingMessage['headers']; body: string }[] = []
const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts).toString()
    received.push({ headers: request.headers, body })
    behave(request, body, response)
  })
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => server.close())
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`

const now = new Date('2030-11-26T09:00:00Z')
const theke = await openTheke({ now: () => now, config: { outboundHosts: [host] } })
const make = processBuilders(theke)
type Person = Awaited<ReturnType<typeof make.person>>
let worker: Person
let technician: Person
let colleague: Person
let overseer: Person
let admin: Person
let team: string

beforeAll(async () => {
  await make.hours()
  worker = await make.person('Okafor')
  technician = await make.person('Krause')
  colleague = await make.person('Seidl')
  overseer = await make.person('Reitmeier', ['requests.oversee'])
  admin = await make.person('Administration', ['platform.manage'])
  team = await make.team(technician, colleague)
})

const task = (key: string, more: object = {}) => ({
  kind: 'task' as const,
  key,
  title: { de: key },
  teamId: team,
  ...more,
})
const plan = (...stages: object[][]) => ({ stages: stages.map((work) => ({ work })) }) as never
const list = async (person: Person, show: 'mine' | 'team' | 'stuck' | 'done' = 'team') =>
  (await theke.runner.run(listTasks, person, { show, limit: 100 })).items
const of = async (reference: string, person = technician, show: 'team' | 'stuck' | 'done' = 'team') =>
  (await list(person, show)).filter((one) => one.reference === reference)
const finish = (person: Person, id: string, input: object = {}) =>
  theke.runner.run(finishTask, person, { id, state: 'done', ...input })

describe('tasks', () => {
  it('are done stage after stage, those of a stage at the same time, and solve the request', async () => {
    const order = await make.order(worker, [
      { fulfilment: plan([task('order'), task('account')], [task('hand-over', { within: 8 })]) },
    ])
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'open' })
    const first = await of(order.reference)
    expect(first.map((one) => one.title).sort()).toEqual(['account', 'order'])
    for (const one of first) await finish(technician, one.id)
    const [last] = await of(order.reference)
    // Tuesday 10:00 in Berlin and eight hours of a day from eight to six.
    expect(last).toMatchObject({ title: 'hand-over', dueAt: '2030-11-26T17:00:00.000Z', requester: { name: 'Okafor' } })
    await finish(technician, last?.id as string)
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'solved' })
    expect((await make.events('fulfilment.finished')).at(-1)?.payload).toMatchObject({
      requestId: order.id,
      itemKey: 'item-0',
    })
    expect((await of(order.reference, technician, 'done')).length).toBe(3)
  })

  it('are taken by one, and given to a colleague', async () => {
    const order = await make.order(worker, [{ fulfilment: plan([task('order')]) }])
    const [one] = await of(order.reference)
    const id = one?.id as string
    await theke.runner.run(takeTask, technician, { id, from: null })
    await expect(theke.runner.run(takeTask, colleague, { id, from: null })).rejects.toMatchObject({
      reason: 'requests.task_taken',
    })
    expect((await list(technician, 'mine')).map((mine) => mine.id)).toContain(id)
    await theke.runner.run(takeTask, technician, { id, assigneeId: idOf(colleague) })
    expect((await theke.runner.run(readTask, colleague, { id })).isMine).toBe(true)
    await expect(theke.runner.run(takeTask, technician, { id, assigneeId: idOf(worker) })).rejects.toMatchObject({
      issues: [{ path: ['assigneeId'] }],
    })
  })

  it('are seen by the team and by who oversees, and by nobody else', async () => {
    const order = await make.order(worker, [{ fulfilment: plan([task('order')]) }])
    const [one] = await of(order.reference)
    const id = one?.id as string
    expect(await of(order.reference, worker)).toEqual([])
    await expect(theke.runner.run(readTask, worker, { id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(finish(worker, id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await theke.runner.run(readTask, overseer, { id })).toMatchObject({ id })
  })

  it('are done only when everything on their list is', async () => {
    const order = await make.order(worker, [
      { fulfilment: plan([task('order', { checklist: [{ de: 'Bestellt' }, { de: 'Geliefert' }] })]) },
    ])
    const [one] = await of(order.reference)
    const id = one?.id as string
    await theke.runner.run(checkTask, technician, { id, done: [0] })
    await expect(finish(technician, id)).rejects.toMatchObject({ issues: [{ path: ['done'] }] })
    expect(await finish(technician, id, { done: [0, 1] })).toMatchObject({ state: 'done' })
    await expect(finish(technician, id)).rejects.toMatchObject({ reason: 'requests.task_over' })
    await expect(theke.runner.run(checkTask, technician, { id, done: [] })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('that cannot be done hold the plan, until somebody helps', async () => {
    const order = await make.order(worker, [{ fulfilment: plan([task('order')], [task('hand-over')]) }])
    const [one] = await of(order.reference)
    const id = one?.id as string
    await expect(finish(technician, id, { state: 'failed' })).rejects.toMatchObject({ issues: [{ path: ['reason'] }] })
    await finish(technician, id, { state: 'failed', reason: 'Nicht lieferbar.' })
    expect(await of(order.reference)).toEqual([])
    expect(await of(order.reference, technician, 'stuck')).toMatchObject([{ id, reason: 'Nicht lieferbar.' }])
    const help = (how: 'again' | 'without', by = overseer) => theke.runner.run(helpTask, by, { id, how })
    await expect(help('again', technician)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await help('again')).toMatchObject({ state: 'open', reason: null })
    await expect(help('again')).rejects.toMatchObject({ reason: 'requests.task_not_stuck' })
    await finish(technician, id, { state: 'failed', reason: 'Immer noch nicht.' })
    await help('without')
    expect((await of(order.reference)).map((next) => next.title)).toEqual(['hand-over'])
  })

  it('done by two at once end once', async () => {
    const order = await make.order(worker, [{ fulfilment: plan([task('order')], [task('hand-over')]) }])
    const [one] = await of(order.reference)
    const results = await Promise.allSettled([
      finish(technician, one?.id as string),
      finish(colleague, one?.id as string),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await of(order.reference)).toHaveLength(1)
  })
})

describe('a built-in effect', () => {
  it('runs when its turn comes, once', async () => {
    const order = await make.order(worker, [
      {
        fulfilment: plan([
          { kind: 'effect', key: 'join', title: { de: 'Team' }, effect: 'identity.joinTeam', input: { teamId: team } },
        ]),
      },
    ])
    await theke.drain()
    const members = await theke.db
      .selectFrom('team_members')
      .selectAll()
      .where('person_id', '=', idOf(worker))
      .execute()
    expect(members).toHaveLength(1)
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'solved' })
    await theke.db.deleteFrom('team_members').where('person_id', '=', idOf(worker)).execute()
  })

  it('that refuses holds the plan and says why', async () => {
    const order = await make.order(worker, [
      {
        fulfilment: plan([
          {
            kind: 'effect',
            key: 'join',
            title: { de: 'Team' },
            effect: 'identity.joinTeam',
            input: { teamId: crypto.randomUUID() },
          },
          { kind: 'effect', key: 'unknown', title: { de: 'Unbekannt' }, effect: 'nobody.knows' },
        ]),
      },
    ])
    await theke.drain()
    const stuck = await of(order.reference, overseer, 'stuck')
    expect(stuck.map((one) => one.reason).sort()).toEqual([
      'Theke kennt diesen Vorgang nicht mehr.',
      'This team no longer exists.',
    ])
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'open' })
  })
})

describe('a web hook', () => {
  const create = (key: string, path = '/') =>
    theke.runner.run(createWebhook, admin, { key, title: 'Lager', url: `http://${host}${path}` })
  const hook = (key: string) => plan([{ kind: 'webhook', key: 'stock', title: { de: 'Lager' }, webhook: key }])
  const log = async (id: string) => (await theke.runner.run(listDeliveries, admin, { id })).items

  function signatureOf(secret: string, { headers, body }: (typeof received)[number]) {
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
  }

  it('is told what to do, signed, and the request goes on when it answers', async () => {
    behave = (_request, _body, response) => response.writeHead(202).end('{"accepted":true}')
    const { id, secret } = await create('stock')
    const order = await make.order(worker, [{ values: { colour: 'grün' }, fulfilment: hook('stock') }])
    await theke.drain()
    const message = received.at(-1) as (typeof received)[number]
    expect(JSON.parse(message.body)).toMatchObject({
      type: 'fulfilment.requested',
      data: {
        request: { reference: order.reference },
        item: { amount: { cents: 129_900 }, values: { colour: 'grün' } },
      },
    })
    expect(message.headers['webhook-signature']).toBe(signatureOf(secret, message))
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'solved' })
    expect(await log(id)).toMatchObject([
      { state: 'delivered', attempts: [{ status: 202, answer: '{"accepted":true}' }] },
    ])
  })

  it('signs with both secrets while one is being changed', async () => {
    const { id, secret } = await create('rotated')
    const { secret: newer } = await theke.runner.run(renewWebhookSecret, admin, { id })
    await theke.runner.run(testWebhook, admin, { id })
    await theke.drain()
    const message = received.at(-1) as (typeof received)[number]
    expect(message.headers['webhook-signature']).toBe(
      [signatureOf(newer, message), signatureOf(secret, message)].join(' '),
    )
  })

  it('that fails is tried again, later and later, and can be replayed', async () => {
    behave = (_request, _body, response) => response.writeHead(500).end('kaputt')
    const { id } = await create('broken')
    const order = await make.order(worker, [{ fulfilment: hook('broken') }])
    await theke.drain()
    const [delivery] = await log(id)
    expect(delivery).toMatchObject({
      state: 'waiting',
      nextAt: '2030-11-26T09:00:15.000Z',
      attempts: [{ status: 500, answer: 'kaputt' }],
    })
    for (let tries = 0; tries < 7; tries++) {
      await make.inCtx((ctx) => ctx.jobs.enqueue('requests.deliverWebhook', { delivery: delivery?.id as string }))
      await theke.drain()
    }
    expect(await log(id)).toMatchObject([{ state: 'failed' }])
    expect((await log(id))[0]?.attempts).toHaveLength(8)
    expect(await of(order.reference, overseer, 'stuck')).toHaveLength(1)
    const ids = new Set(received.slice(-8).map((one) => one.headers['webhook-id']))
    expect(ids.size).toBe(1)
    behave = (_request, _body, response) => response.end('ok')
    await theke.runner.run(replayDelivery, admin, { id: delivery?.id as string })
    await theke.drain()
    expect(await log(id)).toMatchObject([{ state: 'delivered' }])
    expect(await make.stateOf(order.id)).toMatchObject({ state: 'solved' })
  })

  it('is given up at once when the other side is gone for good', async () => {
    behave = (_request, _body, response) => response.writeHead(410).end()
    const { id } = await create('gone')
    await theke.runner.run(testWebhook, admin, { id })
    await theke.drain()
    expect(await log(id)).toMatchObject([{ state: 'failed', attempts: [{ status: 410 }] }])
  })

  it('keeps only the beginning of a long answer, and follows no redirection', async () => {
    behave = (_request, _body, response) => {
      response.writeHead(200)
      const more = (error?: unknown) => !error && !response.destroyed && response.write('x'.repeat(65_536), more)
      more()
    }
    const { id } = await create('long')
    await theke.runner.run(testWebhook, admin, { id })
    await theke.drain()
    expect((await log(id))[0]?.attempts[0]?.answer).toHaveLength(4096)
    const count = received.length
    behave = (_request, _body, response) => response.writeHead(302, { location: `http://${host}/elsewhere` }).end()
    await theke.runner.run(testWebhook, admin, { id })
    await theke.drain()
    expect((await log(id))[0]).toMatchObject({ state: 'waiting', attempts: [{ status: 302 }] })
    expect(received.length).toBe(count + 1)
  })

  it('that is switched off or deleted holds the plan', async () => {
    const { id } = await create('off')
    await theke.runner.run(changeWebhook, admin, { id, title: 'Lager', url: `http://${host}/`, isOn: false })
    const order = await make.order(worker, [{ fulfilment: hook('off') }])
    expect(await of(order.reference, overseer, 'stuck')).toMatchObject([
      { reason: 'Der Webhook ist ausgeschaltet oder gelöscht.' },
    ])
    await theke.runner.run(deleteWebhook, admin, { id })
    expect((await theke.runner.run(listWebhooks, admin, {})).items.some((one) => one.id === id)).toBe(false)
  })

  it('is set up by the administration only, for addresses that are allowed', async () => {
    await expect(
      theke.runner.run(createWebhook, worker, { key: 'x', title: 'x', url: 'https://example.org/' }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
    await create('twice')
    await expect(create('twice')).rejects.toMatchObject({ issues: [{ path: ['key'] }] })
    for (const url of [
      'http://example.org/',
      'https://10.0.0.1/',
      'https://[::1]/',
      'http://127.0.0.1/',
      'ftp://example.org/',
      'nonsense',
      'https://user:pass@example.org/',
    ])
      await expect(theke.runner.run(createWebhook, admin, { key: 'inside', title: 'x', url })).rejects.toMatchObject({
        issues: [{ path: ['url'] }],
      })
  })
})
