import { Card } from '../../../../ui/components/Card.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { listProcessChoices } from '../operations/list-process-choices.ts'
import { readTypeProcess, setTypeProcess } from '../operations/type-process.ts'
import { ChainEditor } from './ChainEditor.tsx'
import { chainOf } from './chain-fields.ts'
import { chainPreview } from './chain-preview.tsx'
import { PlanEditor } from './PlanEditor.tsx'
import { planOf } from './plan-fields.ts'

const typeOf = (call: PageCall) => call.params['key'] ?? ''

/** Who approves the requests of a kind, and what is then done for them. */
export const typeProcessPage = definePage({
  path: '/admin/request-types/:key/process',
  layout: 'admin',
  requires: 'requests.manage',
  async get(call) {
    const { t } = call
    const process = await call.run(readTypeProcess, { type: typeOf(call) })
    const choices = await call.run(listProcessChoices, { form: process.form ?? undefined })
    return {
      title: t('requests.process.ofType', { type: process.name }),
      breadcrumbs: [
        { label: process.name, href: call.url(`/admin/request-types/${typeOf(call)}`) },
        { label: t('requests.process.ofTypeShort') },
      ],
      view: (
        <div class="stack">
          <PageHead
            title={t('requests.process.ofType', { type: process.name })}
            lead={t('requests.process.ofTypeLead')}
          />
          <div class="columns">
            <div class="stack">
              <Card title={t('requests.process.approval')}>
                <ChainEditor call={call} choices={choices} chain={process.approval} action="approval" />
              </Card>
              <Card title={t('requests.process.fulfilment')}>
                <PlanEditor call={call} choices={choices} plan={process.fulfilment} action="fulfilment" />
              </Card>
            </div>
            <aside class="side">{await chainPreview(call, choices, process.approval)}</aside>
          </div>
        </div>
      ),
    }
  },
  post: {
    async approval(call, fields) {
      const { form } = await call.run(readTypeProcess, { type: typeOf(call) })
      const choices = await call.run(listProcessChoices, { form: form ?? undefined })
      await call.run(setTypeProcess, { type: typeOf(call), approval: chainOf(fields, choices.fields) })
      return goTo(call.url(call.path), 'requests.process.saved')
    },
    async fulfilment(call, fields) {
      await call.run(setTypeProcess, { type: typeOf(call), fulfilment: planOf(fields) })
      return goTo(call.url(call.path), 'requests.process.saved')
    },
  },
})
