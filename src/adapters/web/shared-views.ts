import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { PageAnswer, PageView } from '../../ui/page.ts'

/** A page view whose content has become HTML. */
export interface RenderedView extends Omit<PageView, 'view'> {
  html: string
}

/** Texts such as "three days ago" follow the clock. Milliseconds. */
const LIFETIME = 60_000
const MOST_BYTES = 8_000_000

/** Makes the content of a view HTML. */
export function renderView({ view, ...rest }: PageView): RenderedView {
  return { ...rest, html: render(view as VNode) }
}

/**
 * Contents of pages that are the same for many readers, rendered once: only the frame around them, with the reader's name, is made for
 * each. Forgotten when something changes that everybody sees.
 */
export function createSharedViews() {
  let kept = new Map<string, { view: RenderedView; until: number }>()
  let bytes = 0
  let generation = 0
  return {
    find(key: string): RenderedView | undefined {
      const found = kept.get(key)
      return found && found.until > Date.now() ? found.view : undefined
    },
    generation: () => generation,
    /** Keeps a view that was begun in this generation; answers other than views pass through. */
    keep(key: string, answer: PageAnswer, since: number): PageAnswer | RenderedView {
      if (!('view' in answer) || (answer.status ?? 200) !== 200) return answer
      const view = renderView(answer)
      if (since !== generation) return view
      if (bytes > MOST_BYTES) forget()
      bytes += view.html.length
      kept.set(key, { view, until: Date.now() + LIFETIME })
      return view
    },
    clear() {
      forget()
      generation++
    },
  }

  function forget() {
    kept = new Map()
    bytes = 0
  }
}
