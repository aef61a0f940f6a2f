import type { TimelineEntry } from '../../../../../ui/components/Timeline.tsx'
import type { PageCall } from '../../../../../ui/page.ts'
import type { DeskRequest } from './CaseHead.tsx'

/** What was searched, read and answered before writing: the desk need not ask or say it again. */
export function triedBefore(call: PageCall, { handedOver }: DeskRequest): TimelineEntry | null {
  const { t, url } = call
  const { question, searched, read, guide, steps } = handedOver
  const words = [...searched, ...(question && !searched.includes(question) ? [question] : [])]
  if (words.length === 0 && read.length === 0 && steps.length === 0 && !guide) return null
  return {
    key: 'before',
    kind: 'event',
    mark: { icon: 'search' },
    head: (
      <>
        {words.length > 0 && (
          <>
            {t('requests.desk.searched')} <b>{words.map((text) => t('requests.desk.quoted', { text })).join(', ')}</b>.{' '}
          </>
        )}
        {read.length > 0 && (
          <>
            {t('requests.desk.readBefore')} <Links call={call} links={read} />.{' '}
          </>
        )}
        {guide && (
          <>
            {t('requests.desk.guided')} <a href={url(guide.path)}>{guide.title}</a>.
          </>
        )}
      </>
    ),
    body: steps.length > 0 ? <Steps steps={steps} /> : undefined,
  }
}

function Links({ call, links }: { call: PageCall; links: readonly { path: string; title: string }[] }) {
  return (
    <>
      {links.map(({ path, title }, n) => (
        <span key={path}>
          {n > 0 && ', '}
          <a href={call.url(path)}>{title}</a>
        </span>
      ))}
    </>
  )
}

function Steps({ steps }: { steps: DeskRequest['handedOver']['steps'] }) {
  return (
    <ul class="small">
      {steps.map(({ question, answer }, n) => (
        <li key={`${n} ${question}`}>
          {question} <b>{answer}</b>
        </li>
      ))}
    </ul>
  )
}
