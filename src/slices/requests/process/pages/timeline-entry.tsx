import { inLang, type LocalText } from '../../../../kernel/form/local-text.ts'
import type { TextKey } from '../../../../kernel/text.ts'
import { DateTime } from '../../../../ui/components/DateTime.tsx'
import type { TimelineEntry } from '../../../../ui/components/Timeline.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { EntryView } from '../../views.ts'

/** What a timeline says of an approval or a task; null for entries of other kinds. */
export function processEntry(call: PageCall, entry: EntryView): TimelineEntry | null {
  if (entry.kind !== 'approval' && entry.kind !== 'task') return null
  const isBad = entry.detail['outcome'] === 'declined' || entry.detail['state'] === 'failed'
  return {
    key: entry.id,
    kind: 'event',
    mark: { icon: entry.kind === 'task' ? 'clipboard-check' : isBad ? 'x' : 'check' },
    head: <b>{entry.kind === 'task' ? taskText(call, entry) : approvalText(call, entry)}</b>,
    body: (
      <>
        {entry.body && <q class="chain-reason">{entry.body}</q>}
        <span class="small">
          <DateTime format={call.format} at={entry.at} as="moment" />
        </span>
      </>
    ),
  }
}

function taskText({ t, lang }: PageCall, { detail }: EntryView): string {
  const title = inLang(detail['title'] as LocalText | undefined, lang)
  return t(`requests.process.entry.task.${String(detail['state'])}` as TextKey, { title })
}

function approvalText({ t, lang }: PageCall, { detail, author }: EntryView): string {
  const item = inLang(detail['item'] as LocalText | undefined, lang)
  const { outcome, why } = detail
  if (outcome === 'escalated') return t('requests.process.entry.escalated', { item })
  if (why === 'nobody') return t('requests.process.entry.nobody', { item })
  if (why === 'lapsed')
    return t(
      outcome === 'declined' ? 'requests.process.entry.lapsedDeclined' : 'requests.process.entry.lapsedApproved',
      {
        item,
      },
    )
  return t(outcome === 'declined' ? 'requests.process.entry.declined' : 'requests.process.entry.approved', {
    item,
    name: author ?? '—',
  })
}
