import { type ClientRequest, Agent as HttpAgent, request as open } from 'node:http'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { findRunning } from '../../src/platform/database/embedded.ts'
import type { Figure } from '../lib/figure.ts'
import { measuredTheke } from '../lib/theke.ts'
import { type Agent, addAgents } from './agents.ts'

const SECRET = 'bench-only-bench-only-bench-only-bench-only'
/** Desks that one agent has open. */
const DESKS = 10

interface Size {
  desks: number
  updates: number
  /** Seconds of 200 requests a second; 0: not measured. */
  held: number
}

/**
 * Open desks of a built Theke: how long after somebody has written or answered the last of them has heard; then the same desks while
 * pages, lists and new requests come in at 200 a second.
 */
export async function measureLive({ desks, updates, held }: Size): Promise<Figure[]> {
  const theke = await measuredTheke({ THEKE_SECRET: SECRET })
  const listening: Listening[] = []
  try {
    await theke.start()
    const database = findRunning(join(theke.folder, 'postgres'))
    if (!database) throw new Error('the database of the measured Theke was not found')
    const agents = await addAgents(database, SECRET, Math.ceil(desks / DESKS))
    for (let n = 0; n < desks; n += DESKS)
      listening.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(DESKS, desks - n) }, () => listen(theke.url, agents[n / DESKS] as Agent)),
        )),
      )
    const figures = [await updatesHeard(theke.url, agents, listening, updates)]
    if (held > 0) figures.push(...(await loadHeld(theke, agents, listening, held)))
    return figures
  } finally {
    for (const one of listening) one.stop()
    await theke.stop().catch(() => undefined)
    theke.remove()
  }
}

/** One open desk. */
interface Listening {
  /** How many messages it has heard. */
  heard: number
  /** Whether the connection was lost. */
  lost: boolean
  stop(): void
}

/** Calls back at every message of any desk. */
let onMessage: () => void = () => undefined

function listen(url: string, agent: Agent): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = open(`${url}/live?topic=desk`, { agent: false, headers: { cookie: agent.cookie } })
    const one: Listening = { heard: 0, lost: false, stop: () => request.destroy() }
    request.once('error', (error) => {
      one.lost = true
      reject(error)
    })
    request.once('response', (response) => {
      if (response.statusCode !== 200) return reject(new Error(`/live answered ${response.statusCode}`))
      response.setEncoding('utf8')
      response.once('close', () => {
        one.lost = true
      })
      response.on('error', () => undefined)
      response.on('data', (text: string) => {
        const messages = text.split('event: changed').length - 1
        one.heard += messages
        if (messages > 0) onMessage()
      })
      resolve(one)
    })
    request.end()
  })
}

async function updatesHeard(url: string, agents: Agent[], listening: Listening[], updates: number): Promise<Figure> {
  const times: number[] = []
  let reference = ''
  for (let n = -2; n < updates; n++) {
    const agent = agents[(n + 2) % agents.length] as Agent
    const before = listening.map((one) => one.heard)
    let left = listening.length
    const all = new Promise<void>((resolve) => {
      onMessage = () => {
        left = listening.filter((one, index) => one.heard === before[index]).length
        if (left === 0) resolve()
      }
    })
    const begun = performance.now()
    if (n % 2 === 0) reference = (await send(url, agent, '/requests', NEW)).reference
    else await send(url, agent, `/desk/requests/${reference}/answers`, { message: 'Wir sehen nach.', state: 'open' })
    await Promise.race([all, pause(10_000)])
    if (left > 0) throw new Error(`${left} of ${listening.length} desks did not hear of it`)
    if (n >= 0) times.push(performance.now() - begun)
    await pause(100)
  }
  onMessage = () => undefined
  times.sort((a, b) => a - b)
  return {
    name: `${listening.length} open desks, until the last has heard, p99 (median ${times[Math.floor(times.length / 2)]?.toFixed(0)})`,
    value: times[Math.ceil(times.length * 0.99) - 1] as number,
    unit: 'ms',
    yardstick: null,
    bar: { is: '<=', value: 1000 },
  }
}

const NEW = { subject: 'Straßenlaterne dunkel', message: 'Seit drei Tagen ist die Laterne vor dem Haus dunkel.' }

async function send(url: string, agent: Agent, path: string, input: object): Promise<{ reference: string }> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${agent.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as { reference: string }
}

async function loadHeld(
  theke: { url: string; memory(): number },
  agents: Agent[],
  listening: Listening[],
  seconds: number,
): Promise<Figure[]> {
  const half = Math.max(1, Math.floor(seconds / 2))
  const heard = total(listening)
  await rush(theke.url, agents, Math.min(5, half))
  const before = theke.memory()
  const first = await rush(theke.url, agents, half)
  const middle = theke.memory()
  const second = await rush(theke.url, agents, seconds - half)
  const end = theke.memory()
  const times = [...first.times, ...second.times].sort((a, b) => a - b)
  const errors = first.errors + second.errors + listening.filter((one) => one.lost).length
  if (total(listening) === heard) throw new Error('the desks heard nothing while requests were written')
  const memory = [before, middle, end].map((megabytes) => megabytes.toFixed(0)).join(' → ')
  const figure = (name: string, value: number, unit: string, most: number | null): Figure => ({
    name,
    value,
    unit,
    yardstick: null,
    bar: most === null ? null : { is: '<=', value: most },
  })
  return [
    figure(`${listening.length} desks open, 200 requests a second for ${seconds} s: errors`, errors, '', 0),
    figure('meanwhile: answered a second', times.length / (first.seconds + second.seconds), 'a second', null),
    figure('meanwhile: p99 of the answers', times[Math.ceil(times.length * 0.99) - 1] ?? 0, 'ms', null),
    figure(`meanwhile: memory ${memory} MB, more in the second half`, end - middle, 'MB', 30),
  ]
}

/** Of fifty requests: what readers look at, what they search for, what is one's own, lists of the desk, and one new request. */
const READ = ['/de', '/de/help', '/de/contact', '/de/services', '/de/guided-help', '/de/search?q=strom']
const OWN = ['/de', '/de/requests', '/de/help']

/** 200 requests a second, whether those before are answered or not; everything of one's own each time as somebody else. */
async function rush(url: string, agents: Agent[], seconds: number) {
  const connections = new HttpAgent({ keepAlive: true, maxSockets: 100 })
  const times: number[] = []
  const under: Promise<void>[] = []
  let errors = 0
  const begun = performance.now()
  for (let n = 0; n < seconds * 200; n++) {
    const wait = begun + n * 5 - performance.now()
    if (wait > 1) await pause(wait)
    const turn = n % 50
    const agent = agents[(turn === 0 ? n / 50 : n) % agents.length] as Agent
    if (turn === 0) under.push(ask('/api/v1/requests', agent, NEW))
    else if (turn % 12 === 0) under.push(ask('/api/v1/desk/requests?limit=50', agent))
    else if (turn % 8 === 0) under.push(ask(OWN[n % OWN.length] as string, agent))
    else if (turn % 5 === 0) under.push(ask(`/de/search?q=strom&n=${n}`, null))
    else under.push(ask(READ[n % READ.length] as string, null))
  }
  await Promise.all(under)
  connections.destroy()
  return { times, errors, seconds: (performance.now() - begun) / 1000 }

  function ask(path: string, agent: Agent | null, input?: object): Promise<void> {
    const asked = performance.now()
    const caller = path.startsWith('/api')
      ? { authorization: `Bearer ${agent?.key}` }
      : agent && { cookie: agent.cookie }
    return new Promise((resolve) => {
      const request = open(`${url}${path}`, {
        agent: connections,
        method: input ? 'POST' : 'GET',
        headers: { ...caller, ...(input ? { 'content-type': 'application/json' } : {}) },
      })
      const failed = () => {
        errors += 1
        resolve()
      }
      request.once('error', failed)
      request.once('response', (response) => {
        response.resume()
        response.once('error', failed)
        response.once('end', () => {
          if ((response.statusCode ?? 500) >= 300) return failed()
          times.push(performance.now() - asked)
          resolve()
        })
      })
      request.end(input ? JSON.stringify(input) : undefined)
    })
  }
}

function total(listening: Listening[]): number {
  return listening.reduce((sum, one) => sum + one.heard, 0)
}
