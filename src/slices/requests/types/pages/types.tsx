import { LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage } from '../../../../ui/page.ts'
import { listTypesForEditing } from '../operations/read-types.ts'

/** The kinds of requests: what people may write, who deals with it, what is promised. */
export const typesPage = definePage({
  path: '/admin/request-types',
  layout: 'admin',
  requires: 'requests.manage',
  async get(call) {
    const { t, format } = call
    const { types } = await call.run(listTypesForEditing, {})
    const hours = (minutes: number | null | undefined) =>
      minutes ? t('requests.types.hours', { hours: format.number(minutes / 60) }) : '–'
    return {
      title: t('requests.types.title'),
      view: (
        <>
          <PageHead
            title={t('requests.types.title')}
            lead={t('requests.types.lead')}
            actions={
              <LinkButton href={call.url('/admin/request-types/new')} look="primary" icon="plus">
                {t('requests.types.add')}
              </LinkButton>
            }
          />
          <DataTable
            caption={t('requests.types.title')}
            hideCaption
            rows={types}
            rowKey={(type) => type.key}
            columns={[
              {
                title: t('requests.types.name'),
                head: true,
                cell: (type) => <a href={call.url(`/admin/request-types/${type.key}`)}>{type.name}</a>,
              },
              {
                title: t('requests.types.use'),
                cell: (type) => (
                  <span class="tags">
                    <Tag tone={type.retired ? 'plain' : type.offered ? 'good' : 'accent'}>
                      {t(
                        type.retired
                          ? 'requests.types.isRetired'
                          : type.offered
                            ? 'requests.types.isOffered'
                            : 'requests.types.isInternal',
                      )}
                    </Tag>
                    {type.teamOnly && <Tag icon="lock">{t('requests.types.isTeamOnly')}</Tag>}
                  </span>
                ),
              },
              { title: t('requests.types.team'), cell: (type) => type.teamName ?? '–' },
              { title: t('requests.types.form'), cell: (type) => type.formKey ?? '–' },
              {
                title: t('requests.types.answerIn'),
                cell: (type) => hours(type.targets[`${type.priority}`]?.answer),
              },
              {
                title: t('requests.types.solvedIn'),
                cell: (type) => hours(type.targets[`${type.priority}`]?.solution),
              },
            ]}
          />
        </>
      ),
    }
  },
})
