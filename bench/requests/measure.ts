import { performance } from 'node:perf_hooks'
import { countQueues } from '../../src/slices/requests/desk/operations/count-queues.ts'
import { listQueue } from '../../src/slices/requests/desk/operations/list-queue.ts'
import { listMine } from '../../src/slices/requests/operations/list-mine.ts'
import { write } from '../../src/slices/requests/operations/write.ts'
import { type Figure, report } from '../lib/figure.ts'
import { bareInserts } from './bare.ts'
import { fill } from './fill.ts'
import { measureLive } from './live.ts'
import { callOf, openCore } from './store.ts'

// Submitting a request against bare inserts of the same rows; lists over a million requests; many open desks.
const isSmoke = process.argv.includes('--smoke')
const SUBMITTED = isSmoke ? 20 : 400
const ROUNDS = isSmoke ? 1 : 5
const REQUESTS = isSmoke ? 2000 : 1_000_000
const OWN = isSmoke ? 200 : 10_000
const READ = isSmoke ? 10 : 500

/** The other lists of the desk, and what agents narrow them by. */
const LISTS = [
  { queue: 'mine' },
  { queue: 'nobody' },
  { queue: 'due' },
  { queue: 'waiting' },
  { queue: 'done' },
  { queue: 'all' },
  { queue: 'to-do', type: 'incident' },
  { queue: 'to-do', type: 'complaint' },
  { queue: 'to-do', priority: 1 },
  { queue: 'to-do', portal: 'main' },
  { queue: 'all', type: 'incident' },
  { queue: 'all', type: 'complaint' },
  { queue: 'all', portal: 'elsewhere' },
] as const

// `--held`: only open desks, at full length; otherwise they are measured with everything else, and the load for a shorter time.
const onlyHeld = process.argv.includes('--held')
const live = isSmoke ? { desks: 20, updates: 2, held: 2 } : { desks: 500, updates: 20, held: onlyHeld ? 60 : 20 }

const figures: Figure[] = []
if (!onlyHeld) await measureCore()
figures.push(...(await measureLive(live)))
report(figures, { json: process.argv.includes('--json') })

async function measureCore() {
  const core = await openCore()
  try {
    const { runner, db } = core.theke
    const me = await person('me')
    const call = callOf(me, ['requests.work'])
    const bare = await bareInserts(core.url, me)
    // Calls are counted as always, up to a limit that nobody reaches.
    const counted = { ...write, rateLimit: { limit: 1_000_000_000, seconds: 3600 } }
    const submit = async () => {
      await runner.run(counted, call, {
        subject: 'Straßenlaterne dunkel',
        message: 'Seit drei Tagen ist die Laterne vor dem Haus dunkel.',
      })
    }
    const submitted = async (name: string, atOnce: number, bar: Figure['bar']) => {
      const own: number[] = []
      const best: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        best.push(await perSecond(bare.submit, SUBMITTED, atOnce))
        own.push(await perSecond(submit, SUBMITTED, atOnce))
        await core.theke.events.settled()
      }
      const value = median(own)
      figures.push({ name, value, unit: 'a second', yardstick: { name: 'bare inserts', value: median(best) }, bar })
      return value
    }
    const alone = await submitted('submit a request, one after the other', 1, { is: '>=', value: 0.5 })
    const together = await submitted('submit a request, 8 at a time', 8, null)
    figures.push({
      name: '8 at a time against one after the other',
      value: together / alone,
      unit: 'times as many',
      yardstick: null,
      bar: { is: '>=', value: 1 },
    })
    await bare.close()

    await fill(core.url, { requests: REQUESTS, own: OWN, me })
    const mine = await times(READ, () => runner.run(listMine, call, { limit: 20 }))
    figures.push(p99('list of one’s own, 10,000 of a million', mine, 20))
    const found = await times(READ, () => runner.run(listMine, call, { limit: 20, q: 'Betreff 77', show: 'open' }))
    figures.push(p99('the same, searched and filtered', found, 20))
    const queue = await times(READ, () => runner.run(listQueue, call, { limit: 50 }))
    figures.push(p99('desk queue of 50 rows out of a million', queue, 30))
    const lists: { name: string; taken: number[] }[] = []
    for (const filter of LISTS)
      lists.push({
        name: Object.values(filter).join(' '),
        taken: await times(Math.ceil(READ / 5), () => runner.run(listQueue, call, { limit: 50, ...filter })),
      })
    lists.sort((a, b) => (b.taken.at(-1) as number) - (a.taken.at(-1) as number))
    const [slowest] = lists
    if (slowest)
      figures.push(p99(`slowest of ${LISTS.length} other lists of the desk: ${slowest.name}`, slowest.taken, 30))
    const counts = await times(Math.ceil(READ / 5), () => runner.run(countQueues, call, {}))
    figures.push(p99('lengths of all lists of the desk', counts, 30))

    async function person(name: string): Promise<string> {
      const row = { name, email: `${name}@example.org` }
      return (await db.insertInto('persons').values(row).returning('id').executeTakeFirstOrThrow()).id
    }
  } finally {
    await core.close()
  }
}

async function perSecond(work: () => Promise<void>, many: number, atOnce: number): Promise<number> {
  for (let n = 0; n < Math.min(20, many); n++) await work()
  let left = many
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) await work()
    }),
  )
  return many / ((performance.now() - begun) / 1000)
}

async function times(many: number, work: () => Promise<unknown>): Promise<number[]> {
  for (let n = 0; n < Math.min(20, many); n++) await work()
  const taken: number[] = []
  for (let n = 0; n < many; n++) {
    const begun = performance.now()
    await work()
    taken.push(performance.now() - begun)
  }
  return taken.sort((a, b) => a - b)
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}

function p99(name: string, taken: number[], bar: number): Figure {
  const value = taken[Math.min(taken.length - 1, Math.floor(taken.length * 0.99))] as number
  return {
    name: `${name}, p99 (median ${median(taken).toFixed(1)})`,
    value,
    unit: 'ms',
    yardstick: null,
    bar: { is: '<=', value: bar },
  }
}
