import type { Socket } from 'node:net'
import type pg from 'pg'

/** A statement is prepared once it has come so often: what comes once or twice (lists of changing length) is not worth a place. */
const WORTH_IT = 3
/** So many statements are kept prepared on each connection; the server keeps a few kilobytes for each. */
const MOST = 250
/** Texts that are being counted; when there are more, counting begins anew. */
const MOST_COUNTED = 2000

/**
 * Has the server parse and plan each statement once a connection instead of every time: the statements of an operation are the same
 * texts each time, only their values differ. What has no values is sent as it is.
 */
export function prepareStatements(pool: pg.Pool): pg.Pool {
  const counts = new Map<string, number>()
  const names = new Map<string, string>()
  // Part of every name: a new one makes connections prepare anew.
  let generation = 0

  function nameOf(text: string): string | undefined {
    const known = names.get(text)
    if (known !== undefined) return known
    if (names.size >= MOST) return undefined
    const count = (counts.get(text) ?? 0) + 1
    if (count < WORTH_IT) {
      if (counts.size >= MOST_COUNTED) counts.clear()
      counts.set(text, count)
      return undefined
    }
    counts.delete(text)
    const name = `theke_${generation}_${names.size}`
    names.set(text, name)
    return name
  }

  // A migration by another process has changed a table under a prepared statement: from now on they are prepared anew.
  function forget() {
    generation += 1
    names.clear()
  }

  pool.on('connect', (client) => {
    const ask = client.query.bind(client) as (...words: unknown[]) => unknown
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
    let isHeld = false
    // What is asked for in one go is written in one go: the beginning of a transaction with its first statement.
    function send(...words: unknown[]) {
      if (!isHeld) {
        isHeld = true
        stream.cork()
        process.nextTick(() => {
          isHeld = false
          stream.uncork()
        })
      }
      return ask(...words)
    }
    function query(...words: unknown[]) {
      const [text, values, ...rest] = words
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return send(...words)
      const name = nameOf(text)
      if (name === undefined) return send(...words)
      const outcome = send({ name, text, values }, ...rest)
      if (outcome instanceof Promise) outcome.catch((error) => isStale(error) && forget())
      return outcome
    }
    client.query = query as typeof client.query
  })
  return pool
}

/** Whether a statement was refused because a table is no longer as it was when the statement was prepared. */
export function isStale(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string }
  return code === '0A000' && message.includes('cached plan')
}
