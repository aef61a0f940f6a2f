import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import { continueAnnouncement } from '../../operations/continue-announcement.ts'
import { listAnnouncements } from '../../operations/list-announcements.ts'
import { saveAnnouncement } from '../../operations/save-announcement.ts'
import { AnnouncementForm, GoesOn } from './AnnouncementForm.tsx'
import { momentOf } from './moments.ts'

type Kept = z.output<typeof listAnnouncements.output>
const LIST = '/admin/announcements'

/** One announcement, or a new one; how it goes on and its end. */
export const announcementPage = definePage({
  path: `${LIST}/:id`,
  layout: 'admin',
  requires: 'catalogue.announce',
  async get(call) {
    const { t } = call
    const kept: Kept = await call.run(listAnnouncements, { limit: 100 })
    const one = find(call, kept)
    const title = one?.title ?? t('catalogue.announcement.new')
    return {
      title,
      noIndex: true,
      breadcrumbs: [{ label: t('catalogue.nav.announcements'), href: call.url(LIST) }, { label: title }],
      view: (
        <div class="columns">
          <div>
            <PageHead title={title} />
            {one?.endedAt ? (
              <p>{t('catalogue.announcement.isOver', { at: call.format.moment(one.endedAt) })}</p>
            ) : one?.incident ? (
              <p>{t('catalogue.refusal.ofIncident')}</p>
            ) : (
              <AnnouncementForm call={call} one={one} choices={kept.choices} />
            )}
          </div>
          {one && !one.endedAt && !one.incident && (
            <aside class="side">
              <GoesOn call={call} />
            </aside>
          )}
        </div>
      ),
    }
  },
  post: {
    async save(call, fields) {
      const { id } = await call.run(saveAnnouncement, inputOf(call, fields))
      return goTo(call.url(`${LIST}/${id}`), 'catalogue.flash.announced')
    },
    async goesOn(call, fields) {
      await call.run(continueAnnouncement, {
        id: call.params['id'] ?? '',
        texts: words(fields, 'update'),
        isOver: fields.has('isOver'),
      })
      return goTo(call.url(call.path), 'catalogue.flash.announced')
    },
  },
})

function find(call: PageCall, kept: Kept) {
  if (call.params['id'] === 'new') return null
  const found = kept.items.find((one) => one.id === call.params['id'])
  if (!found) throw refuse.notFound()
  return found
}

function inputOf(call: PageCall, fields: Fields): z.input<typeof saveAnnouncement.input> {
  const id = call.params['id']
  const from = fields.optional('startsAt')
  const until = fields.optional('expectedEnd')
  return {
    ...(id === 'new' ? {} : { id }),
    kind: fields.get('kind') as 'down',
    titles: words(fields, 'titles'),
    texts: words(fields, 'texts'),
    services: fields.all('services'),
    audienceId: fields.optional('audienceId') ?? null,
    startsAt: from && momentOf(from, call.timeZone),
    expectedEnd: until ? momentOf(until, call.timeZone) : null,
  }
}

function words(fields: Fields, name: string) {
  return Object.fromEntries(
    LANGS.flatMap((lang) => (fields.get(`${name}.${lang}`) ? [[lang, fields.get(`${name}.${lang}`)]] : [])),
  )
}
