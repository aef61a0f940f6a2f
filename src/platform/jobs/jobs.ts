import type pg from 'pg'
import { type Job as BossJob, fromKysely, PgBoss } from 'pg-boss'
import { system } from '../../kernel/actor.ts'
import type { Ctx, Database, Jobs, Log } from '../../kernel/ctx.ts'
import type { Reaction } from '../../kernel/events.ts'
import type { Runner } from '../../kernel/runner.ts'
import type { Job, LongJob } from '../../kernel/slice.ts'
import { findEvents } from '../events/read-events.ts'
import type { Reacting } from '../events/write-events.ts'
import type { WaitingJob } from './waiting.ts'

/** Jobs without a key, and jobs of which one a key may wait. Few queues, so that few are polled. */
const QUEUE = 'work'
const KEYED_QUEUE = 'work-keyed'
/** The one job of everything that reacts to the events of a command. */
const REACTIONS = 'reactions'
const AS_THEKE = { actor: system(), lang: 'en' } as const
const RETRY = { retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 900 }

interface Work {
  job: string
  data: Record<string, unknown>
}

interface JobSystemOptions {
  databaseUrl: string
  jobs: readonly (Job | LongJob)[]
  reactions: readonly Reaction<Ctx>[]
  log: Log
}

/**
 * The job queue (pg-boss, in the same database): work is enqueued in the caller's transaction and done at least once, with growing pauses
 * between tries. Reactions to events are jobs too.
 */
export function createJobs({ databaseUrl, jobs, reactions, log }: JobSystemOptions) {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: 4,
    application_name: 'theke-jobs',
    useListenNotify: true,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue could not reach the database'))
  const known = new Map<string, Job | LongJob>(jobs.map((job) => [job.name, job]))
  const reactionOf = new Map(reactions.map((reaction) => [`reaction:${reaction.name}`, reaction]))

  const workers: string[] = []
  const reactedTo = new Set(reactions.flatMap((reaction) => reaction.on))

  function over(db: Database): Jobs {
    return {
      async enqueue(name, data, options = {}) {
        if (!known.has(name)) throw new Error(`no job is called ${name}`)
        const work: Work = { job: name, data }
        const send = { db: fromKysely(db as never), ...(options.startAfter ? { startAfter: options.startAfter } : {}) }
        if (options.key) await boss.send(KEYED_QUEUE, work, { ...send, singletonKey: `${name}:${options.key}` })
        else await boss.send(QUEUE, work, send)
      },
    }
  }

  /** Everything that reacts to the events of one command. What fails becomes a job of its own: the rest is not done again with it. */
  async function react(runner: Runner, ids: readonly number[]) {
    const failed: Work[] = []
    for (const event of await runner.inCtx(AS_THEKE, (ctx) => findEvents(ctx.db, ids)))
      for (const reaction of reactions.filter(({ on }) => on.includes(event.type)))
        try {
          await runner.inCtx(AS_THEKE, (ctx) => reaction.handle(ctx, event))
        } catch (error) {
          log.warn(
            { err: error, reaction: reaction.name, event: event.id },
            'a reaction failed; it is tried again by itself',
          )
          failed.push({ job: `reaction:${reaction.name}`, data: { event: event.id } })
        }
    if (failed.length > 0)
      await boss.insert(
        QUEUE,
        failed.map((work) => ({ data: work })),
      )
  }

  async function perform(runner: Runner, work: Work) {
    if (work.job === REACTIONS) return react(runner, work.data['events'] as number[])
    const reaction = reactionOf.get(work.job)
    const job = known.get(work.job)
    if (!reaction && !job) throw new Error(`no job is called ${work.job}`)
    if (job && 'steps' in job) return job.steps((step) => runner.inCtx(AS_THEKE, step), work.data)
    await runner.inCtx(AS_THEKE, async (ctx) => {
      if (job) return job.handle(ctx, work.data)
      const [event] = await findEvents(ctx.db, [Number(work.data['event'])])
      if (event && reaction) await reaction.handle(ctx, event)
    })
  }

  return {
    over,
    /** The job that does what reacts to events of these types; null when nothing does. */
    reacting: (types: readonly string[]): Reacting | null =>
      types.some((type) => reactedTo.has(type)) ? { queue: QUEUE, job: REACTIONS } : null,
    /** Has the workers of this process look for work now: somebody has committed some. */
    wake() {
      for (const worker of workers) boss.notifyWorker(worker)
    },
    /** Creates the queue's tables and queues; once per database, before anything is enqueued. */
    async prepare() {
      await boss.start()
      await boss.createQueue(QUEUE, { ...RETRY, notify: true })
      await boss.createQueue(KEYED_QUEUE, { ...RETRY, policy: 'short', notify: true })
    },
    /** Starts doing work in this process, and the schedules. */
    async work(runner: Runner, concurrency = 2) {
      for (const job of jobs)
        if (job.schedule)
          await boss.schedule(
            KEYED_QUEUE,
            job.schedule,
            { job: job.name, data: {} },
            { key: job.name.replace(/\W/g, '-'), singletonKey: job.name },
          )
      for (const queue of [QUEUE, KEYED_QUEUE]) for (let n = 0; n < concurrency; n++) await startWorker(queue, runner)
    },
    /** Does what waits, now, in this call; for tests and the command line. Gives the number of jobs done. */
    async drain(runner: Runner): Promise<number> {
      let done = 0
      // Jobs of one queue may put some into the other.
      for (let before = -1; done > before; ) {
        before = done
        for (const queue of [QUEUE, KEYED_QUEUE]) done += await drainQueue(queue, runner)
      }
      return done
    },
    /** Puts jobs of a backup into the queue, in the transaction of `client`. */
    async putBack(client: pg.ClientBase, waiting: WaitingJob[]) {
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
      for (const { name, data, startAfter, singletonKey } of waiting)
        await boss.send(name, data, { db, startAfter, ...(singletonKey ? { singletonKey } : {}) })
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }

  /** Runs what is due in a queue until nothing is. */
  async function drainQueue(queue: string, runner: Runner): Promise<number> {
    let done = 0
    for (;;) {
      const batch = await boss.fetch<Work>(queue, { batchSize: 20 })
      if (batch.length === 0) return done
      for (const job of batch) {
        await perform(runner, job.data)
        await boss.complete(queue, job.id)
        done++
      }
    }
  }

  /** A worker that goes on for as long as there is work: woken once it would do one job and leave the next to the poll. */
  async function startWorker(queue: string, runner: Runner) {
    const own: string[] = []
    const id = await boss.work<Work>(queue, { pollingIntervalSeconds: 2 }, async ([one]) => {
      try {
        if (one) await performLogged(one, runner)
      } finally {
        for (const worker of own) boss.notifyWorker(worker)
      }
    })
    own.push(id)
    workers.push(id)
    // It may have done a job before its id was known.
    boss.notifyWorker(id)
  }

  async function performLogged(job: BossJob<Work>, runner: Runner) {
    try {
      await perform(runner, job.data)
    } catch (error) {
      log.error(
        { err: error, job: job.data.job, id: job.id, tries: job.retryCount + 1 },
        'a job failed and will be tried again',
      )
      throw error
    }
  }
}

/** The job queue of one process. */
export type JobSystem = ReturnType<typeof createJobs>
