import { DateTime } from '../../../ui/components/DateTime.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { Prose } from '../../../ui/components/Prose.tsx'
import type { PageCall } from '../../../ui/page.ts'
import { renderText } from '../../../ui/render-text.ts'
import type { AnnouncementView } from '../views.ts'

/** What is wrong or planned: from when to when, for which services, and how it went on. */
export function Announcements({
  call,
  announcements,
  withServices = false,
}: {
  call: PageCall
  announcements: readonly AnnouncementView[]
  withServices?: boolean
}) {
  if (announcements.length === 0) return null
  return (
    <div class="stack announcements">
      {announcements.map((one) => (
        <One key={one.id} call={call} announcement={one} withServices={withServices} />
      ))}
    </div>
  )
}

function One({
  call,
  announcement,
  withServices,
}: {
  call: PageCall
  announcement: AnnouncementView
  withServices: boolean
}) {
  const { t, format } = call
  const { kind, title, text, startsAt, expectedEnd, endedAt, services, updates, incident } = announcement
  const isPlanned = new Date(startsAt) > call.now
  const tone = endedAt ? 'good' : isPlanned || kind === 'maintenance' ? 'info' : kind === 'down' ? 'bad' : 'warn'
  return (
    <Notice tone={tone} title={title} icon={endedAt ? 'circle-check' : kind === 'maintenance' ? 'wrench' : undefined}>
      <p class="small muted">
        {t(
          endedAt
            ? 'catalogue.announcement.was'
            : isPlanned
              ? 'catalogue.announcement.planned'
              : `catalogue.status.${kind}`,
        )}
        {' · '}
        <DateTime format={format} at={startsAt} as="moment" />
        {(endedAt ?? expectedEnd) && (
          <>
            {' – '}
            <DateTime format={format} at={(endedAt ?? expectedEnd) as string} as="moment" />
            {!endedAt && ` ${t('catalogue.announcement.expected')}`}
          </>
        )}
      </p>
      {text && <Prose html={renderText(text, (path) => call.url(path))} />}
      {withServices && (
        <p class="small">
          {t('catalogue.announcement.affects')}{' '}
          {services.map(({ key, name }, index) => (
            <>
              {index > 0 && ', '}
              <a href={call.url(`/services/${key}`)}>{name}</a>
            </>
          ))}
        </p>
      )}
      {incident && !endedAt && (
        <p>
          <a href={call.url(`/incidents/${incident}`)}>{t('catalogue.announcement.incident')}</a>
        </p>
      )}
      {updates.length > 0 && (
        <ol class="announcement-updates small">
          {updates.map((update) => (
            <li key={update.at}>
              <span class="muted">
                <DateTime format={format} at={update.at} as="moment" />
              </span>{' '}
              {update.text}
            </li>
          ))}
        </ol>
      )}
    </Notice>
  )
}
