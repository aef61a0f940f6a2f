import type { FormPage } from '../../../kernel/form/definition.ts'
import { answersOf } from '../../../kernel/form/read-answers.ts'

interface KeepProps {
  address: string
  /** The page of the form that is being filled in. */
  page: FormPage
  texts: { saved: string; failed: string }
  lang: string
}

/** Milliseconds after the last change. */
const PAUSE = 1500

/** Keeps answers on the server while they are typed: a closed window or a dead battery loses nothing. */
export function mount(element: HTMLElement, props: Record<string, unknown>) {
  const { address, page, texts, lang } = props as unknown as KeepProps
  const form = element.closest('form')
  const kept = element.querySelector<HTMLElement>('[data-kept]')
  if (!form || !kept) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let request: AbortController | undefined

  form.addEventListener('input', later)
  // What is sent now is kept by the page itself.
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    request?.abort()
  })

  function later() {
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE)
  }

  async function keep() {
    if (!form || !kept) return
    request?.abort()
    request = new AbortController()
    const entries = new FormData(form)
    const all = (name: string) => entries.getAll(name).filter((one): one is string => typeof one === 'string')
    const answers = answersOf([page], { all, get: (name) => all(name).at(-1) ?? '' })
    try {
      const answer = await fetch(`/api/v1/drafts/${address}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ page: page.id, answers }),
        signal: request.signal,
      })
      if (!answer.ok) throw new Error(String(answer.status))
      const { savedAt } = (await answer.json()) as { savedAt: string }
      const at = new Intl.DateTimeFormat(lang, { timeStyle: 'short' }).format(new Date(savedAt))
      kept.textContent = texts.saved.replace('%s', at)
    } catch (error) {
      if ((error as Error).name === 'AbortError') return
      kept.textContent = texts.failed
      timer = setTimeout(keep, PAUSE * 4)
    }
  }
}
