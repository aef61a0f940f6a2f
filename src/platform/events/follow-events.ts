import { setTimeout as pause } from 'node:timers/promises'
import type { Database, Log } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'
import { currentPosition, readEvents } from './read-events.ts'
import { EVENTS_CHANNEL } from './write-events.ts'

/** Hears of every committed event, once per process, in order, soon (milliseconds). Not durable: for caches, index, live pages. */
export type Follower = (events: Event[]) => Promise<void> | void

interface FollowOptions {
  db: Database
  /** One LISTEN connection per process; calls back at every notification and after a reconnection. */
  onNotify(channel: string, fn: () => void): void
  log: Log
}

/** Follows the events of all processes. Followers added before `start` miss nothing that is committed after it. */
export function followEvents({ db, onNotify, log }: FollowOptions) {
  const followers: Follower[] = []
  let position = { xid: '0', id: 0 }
  let reading: Promise<void> | null = null
  let again = false
  let waiting = false
  let stopped = false
  let retry: NodeJS.Timeout | undefined

  async function readOn() {
    do {
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
      onNotify(EVENTS_CHANNEL, wake)
      wake()
    },
    /** Ends once what is under way has been delivered. */
    async stop() {
      stopped = true
      clearTimeout(retry)
      await reading
    },
    /** Resolves when everything committed so far has been delivered; for tests and for shutting down. */
    async settled() {
      do {
        wake()
        while (reading) await reading
        if (waiting) await pause(5)
      } while (waiting && !stopped)
    },
  }
}
