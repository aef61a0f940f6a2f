/** Colleagues at the same request. */
interface Seat {
  id: string
  name: string
  isWriting: boolean
}

interface Told {
  person: string
  name: string
  isOpen: boolean
  isWriting: boolean
}

/** One says so often that one is there; milliseconds. */
const STAYING = 30_000
/** So long after the last key one is not writing any more. */
const QUIET = 8000
/** So long after the last key the draft is kept. */
const PAUSE = 900

let reference: string | null = null
let seats: Seat[] = []
let staying: ReturnType<typeof setInterval> | undefined
let pause: ReturnType<typeof setTimeout> | undefined
let quiet: ReturnType<typeof setTimeout> | undefined
let isWriting = false
let keptText = 'kept'

/** Sits down at a request (or at none): says so, hears who else is there, keeps the draft. */
export function takeSeat(open: { reference: string } | null, kept: string): void {
  keptText = kept
  if (reference && reference !== open?.reference) leave(reference)
  reference = open?.reference ?? null
  clearInterval(staying)
  isWriting = false
  if (!reference) return
  seats = seatsOnPage()
  void say()
  staying = setInterval(() => {
    if (!document.hidden) void say()
  }, STAYING)
}

/** Something was typed into the field. */
export function noteTyping(): void {
  if (!isWriting) {
    isWriting = true
    void say()
  }
  clearTimeout(quiet)
  quiet = setTimeout(() => {
    isWriting = false
    void say()
  }, QUIET)
  clearTimeout(pause)
  pause = setTimeout(() => void keepDraft(), PAUSE)
}

/** The text was sent: nothing is to be kept any more. */
export function forgetTyping(): void {
  clearTimeout(pause)
  clearTimeout(quiet)
  isWriting = false
}

/** Somebody came, left, or began to write. */
export function hearPresence({ person, name, isOpen, isWriting: writes }: Told): void {
  const place = document.querySelector<HTMLElement>('[data-presence]')
  if (!place || person === place.dataset['me']) return
  seats = seats.filter((seat) => seat.id !== person)
  if (isOpen) seats.push({ id: person, name, isWriting: writes })
  showSeats(place)
}

function showSeats(place: HTMLElement): void {
  const names = (list: Seat[]) => list.map((seat) => seat.name).join(', ')
  const writing = seats.filter((seat) => seat.isWriting)
  const looking = seats.filter((seat) => !seat.isWriting)
  const texts = [
    writing.length > 0 ? (place.dataset['textWriting'] ?? '').replace('%', names(writing)) : '',
    looking.length > 0 ? (place.dataset['textLooking'] ?? '').replace('%', names(looking)) : '',
  ]
  place.toggleAttribute('data-writing', writing.length > 0)
  const text = texts.filter(Boolean).join(' ')
  if (place.textContent !== text) place.textContent = text
}

function seatsOnPage(): Seat[] {
  const given = document.querySelector<HTMLElement>('[data-presence]')?.dataset['seats']
  return given ? (JSON.parse(given) as Seat[]) : []
}

async function keepDraft(): Promise<void> {
  const field = document.querySelector<HTMLTextAreaElement>('#f-message')
  if (!field) return
  const as =
    document.querySelector<HTMLInputElement>('[data-composer] [name="as"]:checked')?.value === 'note'
      ? 'note'
      : 'answer'
  const isKept = await say({ as, text: field.value.slice(0, 20_000) })
  const place = document.querySelector('[data-kept]')
  if (place && isKept) place.textContent = field.value ? keptText : ''
}

async function say(draft?: { as: string; text: string }): Promise<boolean> {
  const at = reference
  if (!at) return false
  const answer = await put(at, { isOpen: true, isWriting, ...(draft ? { draft } : {}) })
  if (!answer?.ok || at !== reference) return false
  seats = ((await answer.json()) as { others: Seat[] }).others
  const place = document.querySelector<HTMLElement>('[data-presence]')
  if (place) showSeats(place)
  return true
}

function leave(from: string): void {
  forgetTyping()
  void put(from, { isOpen: false })
}

function put(at: string, body: object): Promise<Response | null> {
  return fetch(`/api/v1/desk/requests/${at}/seat`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true,
  }).catch(() => null)
}

window.addEventListener('pagehide', () => {
  if (reference) leave(reference)
})
