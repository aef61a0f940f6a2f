import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Log } from '../../kernel/ctx.ts'

/** The channel on which processes hear that another one has committed events. */
export const EVENTS_CHANNEL = 'theke_events'

/** What an announcement says: who committed, and whether jobs wait for it. */
interface Announcement {
  from: string
  work: boolean
}

/**
 * Tells the other processes that this one has committed events. Told after the commit and once for all commits of a moment: a
 * notification inside the transaction would make all commits of the server wait for each other. Should the process die in between, the
 * others find the events when they next look by themselves, within a second.
 */
export function createAnnouncer({ db, log }: { db: Database; log: Log }) {
  const self = randomUUID()
  let telling: Promise<void> | null = null
  let due: { work: boolean } | null = null

  async function tell() {
    while (due) {
      const { work } = due
      due = null
      await announce(db, { from: self, work })
    }
  }

  return {
    /** @param work whether jobs were enqueued for the events */
    announce(work: boolean) {
      due = { work: work || (due?.work ?? false) }
      telling ??= tell()
        .catch((error) => log.warn({ err: error }, 'events could not be announced; others find them by looking'))
        .finally(() => {
          telling = null
        })
    },
    /** What another process has told; null for what this one told itself. Undefined text: something may have been missed. */
    read(text: string | undefined): { work: boolean } | null {
      const { from, work } = parse(text)
      return from === self ? null : { work }
    },
    /** Ends once everything has been told. */
    async stop() {
      while (telling) await telling
    },
  }
}

/** Tells everybody at once; for a process that only writes one thing. */
export async function announce(db: Database, announcement: Announcement): Promise<void> {
  await sql`select pg_notify(${EVENTS_CHANNEL}, ${JSON.stringify(announcement)})`.execute(db)
}

function parse(text: string | undefined): Announcement {
  try {
    return JSON.parse(text ?? '') as Announcement
  } catch {
    return { from: '', work: true }
  }
}
