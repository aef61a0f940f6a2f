/** Shows what was searched and read before in this tab, lets it be left out, and takes it along with the message. */
interface Props {
  /** Paths that are handed over already. */
  known: readonly string[]
  texts: { title: string; asked: string; read: string; drop: string }
}

interface Trail {
  asked?: string[]
  read?: { path: string; title: string; id?: string }[]
}

/** Where the pages keep it (src/adapters/web/client/trail.ts). */
const KEY = 'theke-trail'

export function mount(place: HTMLElement, { known: handedOver, texts }: Props): void {
  const form = place.closest('form')
  const trail = kept()
  if (!form || !trail) return
  const before = new Set([...form.querySelectorAll<HTMLInputElement>('input[name=question]')].map(({ value }) => value))
  const known = new Set([
    ...handedOver,
    ...[...form.querySelectorAll<HTMLInputElement>('input[name=read]')].map(({ value }) => value.split(' ')[0]),
  ])
  const asked = (trail.asked ?? []).filter((question) => !before.has(question))
  const read = (trail.read ?? []).filter(({ path }) => !known.has(path))
  if (asked.length === 0 && read.length === 0) return

  const box = document.createElement('div')
  box.className = 'notice info'
  const body = Object.assign(document.createElement('div'), { className: 'notice-body' })
  box.append(document.createElement('span'), body)
  body.append(line(texts.title, 'notice-title'))
  if (asked.length > 0) body.append(line(`${texts.asked} ${asked.join(' · ')}`))
  if (read.length > 0) body.append(line(`${texts.read} ${read.map(({ title }) => title).join(' · ')}`))
  for (const question of asked) body.append(hidden('tried', question))
  for (const { path, title } of read) body.append(hidden('read', `${path} ${title}`))
  const drop = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button small',
    textContent: texts.drop,
  })
  const row = Object.assign(document.createElement('p'), { className: 'row' })
  row.append(drop)
  body.append(row)
  place.append(box)
  drop.addEventListener('click', () => {
    box.remove()
    sessionStorage.removeItem(KEY)
  })
  form.addEventListener('submit', () => needed(read, asked.at(-1) ?? [...before].at(-1)))
}

/** Readers of these still needed somebody; that, and nothing of who they are, is told to the ranking. */
function needed(read: NonNullable<Trail['read']>, question: string | undefined) {
  for (const { id } of read) {
    if (!id) continue
    const reading = {
      id,
      outcome: 'needed_somebody',
      lang: document.documentElement.lang,
      ...(question ? { q: question } : {}),
    }
    navigator.sendBeacon('/api/v1/search/readings', new Blob([JSON.stringify(reading)], { type: 'application/json' }))
  }
  sessionStorage.removeItem(KEY)
}

function kept(): Trail | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Trail | null
  } catch {
    return null
  }
}

function line(text: string, className = '') {
  return Object.assign(document.createElement('p'), { className, textContent: text })
}

function hidden(name: string, value: string) {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value })
}
