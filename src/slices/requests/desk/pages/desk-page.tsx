import type { ComponentChildren } from 'preact'
import type { PageCall, PageView } from '../../../../ui/page.ts'
import type { QueueFilter } from '../filter.ts'
import { countQueues } from '../operations/count-queues.ts'
import { QueueNav } from './QueueNav.tsx'

interface DeskPageParts {
  title: string
  /** The list that is shown; null on pages beside the lists. */
  filter: QueueFilter | null
  /** Path of the page beside the lists that is shown. */
  current?: string
  view: ComponentChildren
  /** Three panes that fill the window; otherwise a page that is read from top to bottom. */
  panes?: boolean
}

/** A page of the desk: the lists on the side, and what is being worked on. */
export async function deskPage(
  call: PageCall,
  { title, filter, current, view, panes }: DeskPageParts,
): Promise<PageView> {
  const counts = await call.run(countQueues, {})
  return {
    title,
    wide: true,
    ownSearch: true,
    view: (
      <div class={panes ? 'desk' : 'desk desk-plain'} data-desk>
        <QueueNav call={call} counts={counts} filter={filter} {...(current ? { current } : {})} />
        {panes ? view : <div class="desk-sheet stack loose">{view}</div>}
      </div>
    ),
  }
}
