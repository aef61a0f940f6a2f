import type { TextKey } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { compareVersions } from '../../operations/compare-versions.ts'
import { readForEditing } from '../../operations/read-for-editing.ts'
import { restoreVersion } from '../../operations/restore-version.ts'
import { addressOf } from '../addresses.ts'
import { EDITED, EditedHead, EditedTabs, editedPage, idOf } from './service.tsx'
import type { Edited } from './service-part.ts'

/** Who changed what and when; what differs; and the way back. */
export const serviceVersionsPage = definePage({
  path: `${EDITED}/:id/versions`,
  layout: 'admin',
  requires: 'signed-in',
  async get(call) {
    const { t, format, query } = call
    const edited: Edited = await call.run(readForEditing, { id: idOf(call) })
    const from = Number(query['from'])
    const to = Number(query['to']) || edited.newestVersion
    const compared = from > 0 ? (await call.run(compareVersions, { id: edited.id, from, to })).changes : null
    return {
      ...editedPage(call, edited),
      view: (
        <>
          <EditedHead call={call} edited={edited} />
          <EditedTabs call={call} edited={edited} current="versions" />
          {compared && (
            <section class="section">
              <h2>{t('catalogue.versions.between', { from, to })}</h2>
              <DataTable
                caption={t('catalogue.versions.between', { from, to })}
                hideCaption
                rows={compared}
                rowKey={(row) => row.path.join('.')}
                empty={<p class="muted">{t('catalogue.versions.same')}</p>}
                columns={[
                  { title: t('catalogue.versions.field'), head: true, cell: (row) => fieldName(call, row.path) },
                  { title: t('catalogue.versions.before'), cell: (row) => <del class="was">{row.before || '–'}</del> },
                  { title: t('catalogue.versions.after'), cell: (row) => <ins class="is">{row.after || '–'}</ins> },
                ]}
              />
            </section>
          )}
          <DataTable
            caption={t('catalogue.tab.versions')}
            hideCaption
            rows={edited.versions}
            rowKey={(row) => String(row.version)}
            columns={[
              {
                title: t('catalogue.versions.version'),
                head: true,
                cell: (row) =>
                  `${row.version}${row.version === edited.publishedVersion ? ` · ${t('catalogue.state.published')}` : ''}`,
              },
              { title: t('catalogue.field.note'), cell: (row) => row.note ?? '–' },
              { title: t('catalogue.versions.by'), cell: (row) => row.by ?? '–' },
              { title: t('catalogue.field.changed'), cell: (row) => format.moment(row.at) },
              {
                title: t('catalogue.versions.actions'),
                kind: 'actions',
                cell: (row) =>
                  row.version === edited.newestVersion ? null : (
                    <form method="post" class="row">
                      <a
                        href={addressOf(call, `${EDITED}/${edited.id}/versions`, {
                          from: String(row.version),
                          to: String(edited.newestVersion),
                        })}
                      >
                        {t('catalogue.versions.compare')}
                      </a>
                      <input type="hidden" name="version" value={row.version} />
                      <Button size="small" name="action" value="restore" icon="undo-2">
                        {t('catalogue.versions.restore')}
                      </Button>
                    </form>
                  ),
              },
            ]}
          />
        </>
      ),
    }
  },
  post: {
    async restore(call, fields) {
      await call.run(restoreVersion, { id: idOf(call), version: fields.get('version') })
      return goTo(call.url(`${EDITED}/${idOf(call)}`), 'catalogue.flash.restored')
    },
  },
})

/** `texts.de.name` → `Name (Deutsch)`; what has no name of its own is called as it is written. */
function fieldName({ t }: PageCall, path: readonly string[]): string {
  const field = path[0] === 'texts' ? (path[2] ?? '') : path.at(-1) === 'cents' ? path.join('.') : (path.at(-1) ?? '')
  const key = `catalogue.versions.of.${field}`
  const name = t(key as TextKey)
  const shown = name === key ? path.join(' › ') : name
  return path[0] === 'texts' ? `${shown} (${(path[1] ?? '').toUpperCase()})` : shown
}
