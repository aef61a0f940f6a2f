import pg from 'pg'

/** One connection per process that hears what the database announces (LISTEN/NOTIFY). */
export type Listener = {
  /**
   * Calls `hear` with the payload of every notification on `channel`. After a lost connection has come back, `hear` is
   * called once with `undefined`: something may have been missed, look for yourself. Returns how to stop.
   */
  onNotify(channel: string, hear: (payload: string | undefined) => void): () => void
  close(): Promise<void>
}

type Options = { url: string; onError?: (error: Error) => void }

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 5000

/** Starts listening; keeps trying for as long as the database is away. */
export async function startListener({ url, onError }: Options): Promise<Listener> {
  const hearers = new Map<string, Set<(payload: string | undefined) => void>>()
  let client: pg.Client | undefined
  let closed = false
  let pauseMs = FIRST_PAUSE_MS
  let retry: NodeJS.Timeout | undefined

  async function open() {
    const fresh = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: `theke listener ${process.pid}`,
    })
    fresh.on('error', () => undefined)
    fresh.on('end', () => lost(fresh))
    fresh.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''))
    await fresh.connect()
    for (const channel of hearers.keys()) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    if (closed) return fresh.end()
    client = fresh
    pauseMs = FIRST_PAUSE_MS
  }

  function lost(which: pg.Client) {
    if (closed || which !== client) return
    client = undefined
    onError?.(new Error('The connection that listens for notifications was lost'))
    scheduleReopening()
  }

  function scheduleReopening() {
    if (closed) return
    retry = setTimeout(async () => {
      try {
        await open()
        for (const channel of hearers.keys()) tell(channel, undefined)
      } catch (error) {
        onError?.(error as Error)
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
        scheduleReopening()
      }
    }, pauseMs)
  }

  function tell(channel: string, payload: string | undefined) {
    for (const hear of hearers.get(channel) ?? []) {
      try {
        hear(payload)
      } catch (error) {
        onError?.(error as Error)
      }
    }
  }

  await open()
  return {
    onNotify(channel, hear) {
      const heard = hearers.get(channel) ?? new Set()
      if (heard.size === 0) {
        hearers.set(channel, heard)
        client?.query(`listen ${pg.escapeIdentifier(channel)}`).catch((error: Error) => onError?.(error))
      }
      heard.add(hear)
      return () => heard.delete(hear)
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
