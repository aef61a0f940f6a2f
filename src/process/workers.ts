import cluster, { type Worker } from 'node:cluster'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../kernel/ctx.ts'

/** What the primary process hands to each worker. */
export const WORKER_DATABASE = 'THEKE_WORKER_DATABASE'
const CALM_MS = 500

/** Starts `count` serving processes and replaces those that die. `ready` resolves when all of them serve. */
export function startWorkers(count: number, url: string, log: Log) {
  let stopping = false
  const fork = () => cluster.fork({ [WORKER_DATABASE]: url })
  const first = Array.from({ length: count }, fork)
  const ready = Promise.all(first.map(serving)).then(() => {
    cluster.on('exit', replace)
  })

  async function replace(worker: Worker, code: number, signal: string) {
    if (stopping) return
    log.error({ worker: worker.process.pid, code, signal }, 'a process ended unexpectedly and is replaced')
    // One that dies at once would else be replaced in a tight loop.
    await pause(CALM_MS)
    if (!stopping) fork()
  }

  return {
    ready,
    async close() {
      stopping = true
      ready.catch(() => undefined)
      const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
      await Promise.all(workers.map(stop))
    },
  }
}

function serving(worker: Worker) {
  return new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('exit', (code) => reject(new Error(`A serving process ended with code ${code} before it was ready.`)))
  })
}

function stop(worker: Worker) {
  return new Promise<void>((resolve) => {
    if (worker.isDead()) return resolve()
    worker.once('exit', () => resolve())
    worker.process.kill('SIGTERM')
  })
}
