/** What was asked and read in this tab. Stays in it; the form for a message shows it, and takes it along only when it is sent. */
interface Trail {
  asked: string[]
  read: { path: string; title: string; id?: string }[]
}

/** Also read by the form for a message (slice requests, island `trail`). */
const KEY = 'theke-trail'
const MOST = 8
const PLACE = /^(?:\/[\w-]+)?\/(?:de|en|el)(\/.+)$/
/** Not the way that somebody went through guided help: its address is theirs alone, and it is handed over by itself. */
const READABLE = /^\/(?:(?:articles|documents|services)\/|guided-help\/[\w-]+$)/

/** Remembers searches, and what was opened after them. */
export function wakeTrail(): void {
  const path = PLACE.exec(location.pathname)?.[1] ?? ''
  try {
    if (path === '/search') noteSearch()
    else if (READABLE.test(path)) noteReading(path)
  } catch {
    // Storage may be switched off: then nothing is remembered.
  }
}

function noteSearch() {
  const question = new URLSearchParams(location.search).get('q')?.trim()
  if (!question) return
  const { asked, read } = kept()
  keep({ asked: [...asked.filter((one) => one !== question), question].slice(-MOST), read })
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('[data-result] h3 a')
    const id = link?.closest<HTMLElement>('[data-result]')?.dataset['result']
    if (id) opened(id, question)
  })
}

/** Tells, without who it is, that something was opened after these words: it stands higher for others then. */
function opened(id: string, question: string) {
  sessionStorage.setItem(`${KEY}-opened`, id)
  tellReading({ id, outcome: 'opened', q: question })
}

function noteReading(path: string) {
  const { asked, read } = kept()
  // Whoever came without a search is not looking for something in vain.
  if (asked.length === 0) return
  const title = document.querySelector('h1')?.textContent?.trim() ?? ''
  const id = sessionStorage.getItem(`${KEY}-opened`) ?? undefined
  sessionStorage.removeItem(`${KEY}-opened`)
  if (title)
    keep({
      asked,
      read: [...read.filter((one) => one.path !== path), { path, title, ...(id ? { id } : {}) }].slice(-MOST),
    })
}

/** By beacon: it arrives although the page is left. */
function tellReading(reading: { id: string; outcome: string; q?: string }) {
  const body = new Blob([JSON.stringify({ ...reading, lang: document.documentElement.lang })], {
    type: 'application/json',
  })
  navigator.sendBeacon('/api/v1/search/readings', body)
}

function kept(): Trail {
  return { asked: [], read: [], ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') }
}

function keep(trail: Trail) {
  sessionStorage.setItem(KEY, JSON.stringify(trail))
}
