import type { z } from 'zod'
import { isLang } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { DateTime } from '../../../../ui/components/DateTime.tsx'
import { Diff } from '../../../../ui/components/Diff.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { compareVersions } from '../../operations/compare-versions.ts'
import { listVersions } from '../../operations/list-versions.ts'
import { readForEditing } from '../../operations/read-for-editing.ts'
import { restoreVersion } from '../../operations/restore-version.ts'
import { addressOf } from './addresses.ts'
import { ArticleTabs } from './article-tabs.tsx'

type Editing = z.output<typeof readForEditing.output>
type Version = z.output<typeof listVersions.output>['items'][number]

/** Every version of a translation, what changed between two, and the way back. */
export const historyPage = definePage({
  path: '/admin/articles/:id/history',
  layout: 'admin',
  requires: 'knowledge.write',
  async get(call) {
    const { t, query } = call
    const article = await call.run(readForEditing, place(call))
    const { id } = article
    const { lang, content } = article.translation
    const versions = await call.run(listVersions, { id, lang, cursor: query['cursor'] || undefined })
    const [from, to] = [number(query['from']), number(query['to'])]
    const comparison = from && to ? await call.run(compareVersions, { id, lang, from, to }) : null
    return {
      title: `${t('knowledge.admin.tab.history')}: ${content.title}`,
      noIndex: true,
      breadcrumbs: [
        { label: t('knowledge.nav.articles'), href: call.url('/admin/articles') },
        { label: content.title, href: addressOf(call, `/admin/articles/${id}`, { lang }) },
        { label: t('knowledge.admin.tab.history') },
      ],
      view: (
        <>
          <PageHead title={<span lang={lang}>{content.title}</span>} above={<Tag>{t(`knowledge.lang.${lang}`)}</Tag>} />
          <ArticleTabs call={call} id={id} lang={lang} current="history" />
          {comparison && from && to && <Changes call={call} comparison={comparison} from={from} to={to} lang={lang} />}
          <div class="section">
            <Versions call={call} article={article} versions={versions.items} />
          </div>
          <Pagination
            t={t}
            previous={query['cursor'] ? addressOf(call, `/admin/articles/${id}/history`, { lang }) : null}
            previousLabel={t('knowledge.admin.toBeginning')}
            next={
              versions.next ? addressOf(call, `/admin/articles/${id}/history`, { lang, cursor: versions.next }) : null
            }
          />
        </>
      ),
    }
  },
  post: {
    async restore(call, fields) {
      const article = await call.run(readForEditing, place(call))
      const { lang } = article.translation
      await call.run(restoreVersion, { id: article.id, lang, number: fields.get('number') })
      return goTo(addressOf(call, `/admin/articles/${article.id}`, { lang }), 'knowledge.flash.restored')
    },
  },
})

function place(call: PageCall) {
  const lang = call.query['lang']
  return { id: call.params['id'] ?? '', ...(isLang(lang) ? { lang } : {}) }
}

function number(typed: string | undefined): number | null {
  const value = Number(typed)
  return Number.isInteger(value) && value > 0 ? value : null
}

type Comparison = z.output<typeof compareVersions.output>

function Changes({
  call,
  comparison,
  from,
  to,
  lang,
}: {
  call: PageCall
  comparison: Comparison
  from: number
  to: number
  lang: string
}) {
  const { t } = call
  return (
    <section class="stack" id="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('knowledge.admin.changes', { from, to })}</h2>
      {comparison.fields.length === 0 && <p>{t('knowledge.admin.noChanges')}</p>}
      {comparison.fields.map(({ field, lines }) => (
        <div key={field} class="stack tight" lang={lang}>
          <h3 lang={call.lang}>{t(`knowledge.field.${field}` as 'knowledge.field.title')}</h3>
          <Diff t={t} label={t(`knowledge.field.${field}` as 'knowledge.field.title')} lines={lines} />
        </div>
      ))}
    </section>
  )
}

function Versions({ call, article, versions }: { call: PageCall; article: Editing; versions: Version[] }) {
  const { t, format } = call
  const { head, publishedVersion, lang } = article.translation
  const compare = (from: number, to: number) =>
    `${addressOf(call, `/admin/articles/${article.id}/history`, { lang, from: String(from), to: String(to) })}#changes`
  return (
    <DataTable
      caption={t('knowledge.admin.versions')}
      rows={versions}
      rowKey={(row: Version) => String(row.number)}
      columns={[
        {
          title: t('knowledge.admin.version'),
          head: true,
          cell: (row: Version) => (
            <span class="row">
              {row.number}
              {row.number === publishedVersion && <Tag tone="good">{t('knowledge.state.published')}</Tag>}
            </span>
          ),
        },
        {
          title: t('knowledge.admin.savedAt'),
          cell: (row: Version) => <DateTime format={format} at={row.createdAt as string} as="moment" />,
        },
        { title: t('knowledge.admin.author'), cell: (row: Version) => row.author ?? 'Theke' },
        { title: t('knowledge.field.note'), cell: (row: Version) => row.note ?? '' },
        {
          title: t('knowledge.admin.actions'),
          kind: 'actions',
          cell: (row: Version) => (
            <form method="post" class="row">
              {row.number > 1 && <a href={compare(row.number - 1, row.number)}>{t('knowledge.admin.compareBefore')}</a>}
              {row.number !== head && <a href={compare(row.number, head)}>{t('knowledge.admin.compareNewest')}</a>}
              {row.number !== head && (
                <>
                  <input type="hidden" name="number" value={row.number} />
                  <Button size="small" name="action" value="restore" icon="archive-restore">
                    {t('knowledge.admin.restore')}
                  </Button>
                </>
              )}
            </form>
          ),
        },
      ]}
    />
  )
}
