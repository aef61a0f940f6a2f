import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { SearchSuggest } from '../../ui/components/SearchSuggest.tsx'
import type { PortalView } from '../../ui/page.ts'
import { Layout } from './shell/Layout.tsx'
import type { ShellProps } from './shell/shell-props.ts'

/** What the shell shows, as plain values: two of the same kind look the same. */
export type FrameProps = Omit<ShellProps, 't' | 'search' | 'children'> & { search: { action: string } | null }

/** What differs from address to address of the same page, filled into a rendered frame. */
export interface FrameGaps {
  /** The content, as HTML. */
  content: string
  /** The query of the address with its question mark, or nothing. */
  query: string
  /** Path and query of the address. */
  address: string
}

/** Stand in for the gaps while a frame is rendered; control characters, so that no text of a page can be one of them. */
export const GAP = { content: '\u0002content\u0002', query: '\u0002query\u0002', address: '\u0002address\u0002' }
/** The whole address as a value of a query. */
export const GAP_NEXT = '\u0002next\u0002'
const ANY_GAP = /\u0002(content|query|address|next)\u0002/

/** So many frames are kept, about ten kilobytes each; the one kept longest makes room. */
const MOST = 300

/**
 * The documents around pages. A frame is rendered once for all requests that would get the same one: everything that it shows is in its
 * key, so that nothing has to be forgotten when something changes.
 */
export function createFrames() {
  const kept = new Map<string, readonly string[]>()
  return {
    /** A whole document: the frame with its gaps filled. */
    render(shell: FrameProps, t: ShellProps['t'], portal: PortalView, gaps: FrameGaps): string {
      const key = JSON.stringify(shell)
      let parts = kept.get(key)
      if (!parts) {
        parts = partsOf(shell, t, portal)
        if (kept.size >= MOST) kept.delete(kept.keys().next().value as string)
        kept.set(key, parts)
      }
      return filled(parts, gaps)
    },
  }
}

/** Frames that are kept by one server. */
export type Frames = ReturnType<typeof createFrames>

function filled(parts: readonly string[], gaps: FrameGaps): string {
  const fill: Record<string, string> = {
    content: gaps.content,
    query: escaped(gaps.query),
    address: escaped(gaps.address),
    next: encodeURIComponent(gaps.address),
  }
  let html = '<!doctype html>'
  // The pattern has one group: every second part is the name of a gap.
  for (let n = 0; n < parts.length; n++) html += n % 2 === 0 ? parts[n] : fill[parts[n] as string]
  return html
}

function partsOf({ search, ...shell }: FrameProps, t: ShellProps['t'], portal: PortalView): readonly string[] {
  const suggest = search && <SearchSuggest t={t} lang={shell.lang} portal={portal} action={search.action} />
  const layout = (
    <Layout {...shell} t={t} search={search && { ...search, suggest }}>
      {GAP.content}
    </Layout>
  )
  return render(layout as VNode).split(ANY_GAP)
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string)
}
