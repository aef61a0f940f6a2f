import type { z } from 'zod'
import { may } from '../../../../kernel/actor.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { DateTime } from '../../../../ui/components/DateTime.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { listForEditing } from '../../operations/list-for-editing.ts'
import { readReviewRule } from '../../operations/read-review-rule.ts'
import { setReviewRule } from '../../operations/set-review-rule.ts'
import { addressOf } from './addresses.ts'

type Row = z.output<typeof listForEditing.output>['items'][number]

/** What waits for somebody who may publish, and the rule by which that goes. */
export const reviewPage = definePage({
  path: '/admin/review',
  layout: 'admin',
  requires: 'knowledge.review',
  async get(call) {
    const { t, query } = call
    const { items, next } = await call.run(listForEditing, { state: 'in_review', cursor: query['cursor'] || undefined })
    return {
      title: t('knowledge.nav.review'),
      noIndex: true,
      view: (
        <>
          <PageHead title={t('knowledge.nav.review')} lead={t('knowledge.review.lead')} />
          <Waiting call={call} rows={items} />
          <Pagination t={t} next={next ? addressOf(call, '/admin/review', { cursor: next }) : null} />
          {may(call.actor, 'knowledge.manage') && <Rule call={call} rule={await call.run(readReviewRule, {})} />}
        </>
      ),
    }
  },
  post: {
    async rule(call, fields) {
      await call.run(setReviewRule, { fourEyes: fields.has('fourEyes') })
      return goTo(call.url('/admin/review'), 'knowledge.flash.rule')
    },
  },
})

function Waiting({ call, rows }: { call: PageCall; rows: Row[] }) {
  const { t, format } = call
  return (
    <DataTable
      caption={t('knowledge.nav.review')}
      hideCaption
      rows={rows}
      rowKey={(row: Row) => row.id}
      empty={
        <EmptyState icon="circle-check" title={t('knowledge.review.none')}>
          {t('knowledge.review.noneText')}
        </EmptyState>
      }
      columns={[
        {
          title: t('knowledge.field.title'),
          head: true,
          cell: (row: Row) => {
            const waiting = row.translations.find((one) => one.state === 'in_review')
            return (
              <a href={addressOf(call, `/admin/articles/${row.id}`, { lang: waiting?.lang })} lang={row.lang}>
                {row.title}
              </a>
            )
          },
        },
        {
          title: t('knowledge.field.lang'),
          cell: (row: Row) =>
            row.translations
              .filter((one) => one.state === 'in_review')
              .map((one) => t(`knowledge.lang.${one.lang}`))
              .join(', '),
        },
        { title: t('knowledge.field.kind'), cell: (row: Row) => t(`knowledge.kind.${row.kind}`) },
        { title: t('knowledge.field.owner'), cell: (row: Row) => row.owner ?? '–' },
        {
          title: t('knowledge.admin.column.changed'),
          cell: (row: Row) => <DateTime format={format} at={row.changedAt as string} as="ago" />,
        },
      ]}
    />
  )
}

function Rule({ call, rule }: { call: PageCall; rule: { fourEyes: boolean } }) {
  const { t } = call
  return (
    <div class="section narrow">
      <Card title={t('knowledge.review.rule')}>
        <form method="post" class="stack">
          <Checkbox
            name="fourEyes"
            label={t('knowledge.review.fourEyes')}
            hint={t('knowledge.review.fourEyesHint')}
            checked={rule.fourEyes}
          />
          <Button name="action" value="rule">
            {t('knowledge.admin.save')}
          </Button>
        </form>
      </Card>
    </div>
  )
}
