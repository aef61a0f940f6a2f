import { hearPresence } from './seat.ts'
import { refresh } from './swap.ts'

interface Changed {
  topic: string
  /** Mark of the request, see `markOf`. */
  request: string
  what: string
  /** How many pages of this server were told. */
  listening: number
}

/** What is on the screen is looked at again soon, everything else with leave: 500 desks must not ask at the same moment, a few may. */
const SOON_MS = 150
const LATER_MS = 4000
const EACH_MS = 8

let source: EventSource | null = null
let subscribed = ''
let last: string | null = null
let waiting: ReturnType<typeof setTimeout> | undefined
let due = Number.POSITIVE_INFINITY
let isListening = false

/**
 * Hears what happens at the desk. A page that nobody sees lets go of its connection (browsers have six for one server) and catches up when it
 * is looked at again.
 */
export function listenLive(lang: string, open: string | null): void {
  const query = new URLSearchParams({ lang })
  query.append('topic', 'desk')
  if (open) query.append('topic', `desk/${open}`)
  if (`${query}` === subscribed && source) return
  subscribed = `${query}`
  connect()
  if (isListening) return
  isListening = true
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) disconnect()
    else {
      connect()
      lookAgain(SOON_MS)
    }
  })
  window.addEventListener('pagehide', disconnect)
}

function connect(): void {
  disconnect()
  if (document.hidden) return
  source = new EventSource(`/live?${subscribed}${last ? `&after=${last}` : ''}`)
  source.addEventListener('changed', (event) => {
    last = event.lastEventId || last
    hear(JSON.parse(event.data) as Changed)
  })
  source.addEventListener('reset', () => {
    last = null
    lookAgain(SOON_MS)
  })
  source.addEventListener('presence', (event) => hearPresence(JSON.parse(event.data)))
}

function disconnect(): void {
  source?.close()
  source = null
}

function hear({ topic, request, listening }: Changed): void {
  const isShown = topic !== 'desk' || document.querySelector(`[data-request="${CSS.escape(request)}"]`) !== null
  const spread = Math.min(LATER_MS, listening * EACH_MS)
  lookAgain(SOON_MS + Math.random() * (isShown ? Math.min(300, spread) : spread))
}

function lookAgain(in_ms: number): void {
  const at = Date.now() + in_ms
  if (at >= due) return
  due = at
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    due = Number.POSITIVE_INFINITY
    if (!document.hidden) void refresh()
  }, in_ms)
}
