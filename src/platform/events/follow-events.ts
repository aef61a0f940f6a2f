import { setTimeout as pause } from 'node:timers/promises'
import type { Database, Log } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'
import { currentPosition, readEvents } from './read-events.ts'

/** Hears of every committed event, once per process, in order, soon (milliseconds). Not durable: for caches, index, live pages. */
export type Follower = (events: Event[]) => Promise<void> | void

/** Between the beginnings of two readings, so that what is committed by many at once is read at once. Milliseconds. */
const APART = 20

/** Follows the events of all processes, read when {@link wake} is told. Followers added before `start` miss nothing committed after it. */
export function followEvents({ db, log }: { db: Database; log: Log }) {
  const followers: Follower[] = []
  let position = { xid: '0', id: 0 }
  let reading: Promise<void> | null = null
  let again = false
  let waiting = false
  let stopped = false
  let retry: NodeJS.Timeout | undefined
  let begun = Number.NEGATIVE_INFINITY
  let hurry = false

  async function readOn() {
    do {
      const wait = begun + APART - performance.now()
      if (wait > 0 && !hurry) await pause(wait)
      begun = performance.now()
      again = false
      const batch = await readEvents(db, position)
      if (batch.events.length > 0) {
        for (const follower of followers) await deliver(follower, batch.events)
        position = batch.position
      }
      waiting = batch.waiting
      if (batch.more) again = true
    } while (again && !stopped)
  }

  async function deliver(follower: Follower, events: Event[]) {
    try {
      await follower(events)
    } catch (error) {
      log.error({ err: error, first: events[0]?.id }, 'a follower of events failed')
    }
  }

  /** Something was committed: read it, now or together with what is committed in the next few milliseconds. */
  function wake() {
    again = true
    if (reading || stopped) return
    clearTimeout(retry)
    reading = readOn()
      .catch((error) => log.warn({ err: error }, 'events could not be read; trying again'))
      .finally(() => {
        reading = null
        // A transaction that is still open hides later ones: look again shortly, and now and then in any case.
        if (!stopped) retry = setTimeout(wake, again || waiting ? 20 : 1000).unref()
      })
  }

  return {
    follow(follower: Follower) {
      followers.push(follower)
    },
    async start() {
      position = await currentPosition(db)
      wake()
    },
    wake,
    /** Ends once what is under way has been delivered. */
    async stop() {
      stopped = true
      clearTimeout(retry)
      await reading
    },
    /** Resolves when everything committed so far has been delivered; for tests and for shutting down. */
    async settled() {
      hurry = true
      do {
        wake()
        while (reading) await reading
        if (waiting) await pause(5)
      } while (waiting && !stopped)
      hurry = false
    },
  }
}
