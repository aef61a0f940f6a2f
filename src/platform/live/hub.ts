import type { Event } from '../../kernel/events.ts'
import type { LiveMessage, LiveSource } from '../../kernel/live.ts'

/** So many messages are kept for those whose connection was lost for a moment. */
const KEPT = 1000

/** Takes what is sent to one open page: one message in the format of server-sent events. */
type Deliver = (chunk: Buffer) => void

interface Kept {
  id: number
  topic: string
  chunk: Buffer
}

/**
 * Hands messages on to the pages that are open in this process. Each is written down once, however many listen, and says how many do, so that
 * they do not all ask at the same moment. Everything here is gone
 * when the process ends; pages then find out by themselves that they have missed something (`reset`).
 */
export function createLiveHub(sources: readonly LiveSource[]) {
  const listeners = new Map<string, Set<Deliver>>()
  const kept: Kept[] = []
  const byType = new Map<string, LiveSource[]>()
  for (const source of sources) for (const type of source.on) byType.set(type, [...(byType.get(type) ?? []), source])

  function send({ topic, name, payload }: LiveMessage, id: number | null) {
    const heard = listeners.get(topic)
    if (id === null && !heard) return
    const lines = `${id === null ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify({ topic, listening: heard?.size ?? 0, ...payload })}\n\n`
    const chunk = Buffer.from(lines)
    if (id !== null && kept.push({ id, topic, chunk }) > KEPT) kept.shift()
    for (const deliver of heard ?? []) deliver(chunk)
  }

  return {
    /** Events that were committed, in order. */
    apply(events: readonly Event[]) {
      for (const event of events)
        for (const source of byType.get(event.type) ?? [])
          for (const message of source.of(event)) send(message, event.id)
    },
    /** A message told by another transaction, as it came over the database. Anything else is passed over. */
    hear(notification: string | undefined) {
      const message = readNotification(notification)
      if (message) send(message, null)
    },
    /**
     * Listens to topics. What was missed since `after` comes at once; when that is not known any more, a `reset`: look for yourself.
     * Returns how to stop.
     */
    listen(topics: readonly string[], after: number | null, deliver: Deliver): () => void {
      for (const topic of topics) listeners.set(topic, (listeners.get(topic) ?? new Set()).add(deliver))
      if (after !== null) for (const chunk of missed(topics, after)) deliver(chunk)
      return () => {
        for (const topic of topics) {
          const heard = listeners.get(topic)
          heard?.delete(deliver)
          if (heard?.size === 0) listeners.delete(topic)
        }
      }
    },
  }

  // Ids are not in order (they are given before the commit), the list is: what stands behind the last one heard was missed.
  function missed(topics: readonly string[], after: number): Buffer[] {
    const last = kept.findLastIndex((message) => message.id === after)
    if (last < 0) return [Buffer.from('event: reset\ndata: {}\n\n')]
    return kept
      .slice(last + 1)
      .filter((message) => topics.includes(message.topic))
      .map((message) => message.chunk)
  }
}

function readNotification(text: string | undefined): LiveMessage | null {
  try {
    const message = JSON.parse(text ?? '') as LiveMessage
    return typeof message.topic === 'string' && typeof message.name === 'string' ? message : null
  } catch {
    return null
  }
}

/** The hub of a process. */
export type LiveHub = ReturnType<typeof createLiveHub>
