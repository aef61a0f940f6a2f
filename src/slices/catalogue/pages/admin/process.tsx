import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import {
  ChainEditor,
  chainOf,
  chainPreview,
  listProcessChoices,
  PlanEditor,
  type ProcessChoices,
  planOf,
} from '../../../requests/index.ts'
import { readForEditing } from '../../operations/read-for-editing.ts'
import { saveVersion } from '../../operations/save-version.ts'
import { amountToApprove } from '../../rules.ts'
import { EDITED, EditedHead, EditedTabs, editedPage, idOf } from './service.tsx'
import type { Edited } from './service-part.ts'

/** Who has to approve an order of the service; and who would be asked, tried out for anybody. */
export const serviceApprovalPage = definePage({
  path: `${EDITED}/:id/approval`,
  layout: 'admin',
  requires: 'catalogue.manage',
  async get(call) {
    const edited: Edited = await call.run(readForEditing, { id: idOf(call) })
    const choices = await choicesFor(call, edited)
    const chain = edited.definition.approval
    const amount = amountToApprove(edited.definition.price, 1) ?? undefined
    return {
      ...editedPage(call, edited),
      view: (
        <>
          <EditedHead call={call} edited={edited} />
          <EditedTabs call={call} edited={edited} current="approval" />
          <div class="columns">
            <section class="stack">
              <p>{call.t('catalogue.approval.lead')}</p>
              <h2 class="visually-hidden">{call.t('catalogue.tab.approval')}</h2>
              <ChainEditor call={call} choices={choices} chain={chain} action="approval" />
            </section>
            <aside class="side">{await chainPreview(call, choices, chain, amount && amount.cents / 100)}</aside>
          </div>
        </>
      ),
    }
  },
  post: {
    approval: async (call, fields) => {
      const edited: Edited = await call.run(readForEditing, { id: idOf(call) })
      const choices = await choicesFor(call, edited)
      return save(call, edited, { approval: chainOf(fields, choices.fields) as never })
    },
  },
})

/** What is done once an order is approved. */
export const serviceFulfilmentPage = definePage({
  path: `${EDITED}/:id/fulfilment`,
  layout: 'admin',
  requires: 'catalogue.manage',
  async get(call) {
    const edited: Edited = await call.run(readForEditing, { id: idOf(call) })
    const choices = await call.run(listProcessChoices, {})
    return {
      ...editedPage(call, edited),
      view: (
        <>
          <EditedHead call={call} edited={edited} />
          <EditedTabs call={call} edited={edited} current="fulfilment" />
          <section class="stack narrow">
            <p>{call.t('catalogue.fulfilment.lead')}</p>
            <h2 class="visually-hidden">{call.t('catalogue.tab.fulfilment')}</h2>
            <PlanEditor call={call} choices={choices} plan={edited.definition.fulfilment} action="fulfilment" />
          </section>
        </>
      ),
    }
  },
  post: {
    fulfilment: async (call, fields) => {
      const edited: Edited = await call.run(readForEditing, { id: idOf(call) })
      return save(call, edited, { fulfilment: planOf(fields) as never })
    },
  },
})

/** Every button saves: what was added or moved is a version of its own, and stays out of sight until it is published. */
async function save(call: PageCall, edited: Edited, change: Partial<Edited['definition']>) {
  const definition = { ...edited.definition, ...change }
  await call.run(saveVersion, { id: edited.id, known: edited.newestVersion, definition })
  return goTo(call.url(call.path), 'catalogue.flash.saved')
}

/** What an approval of the service can be made of; its conditions look at the form that is filled in for it. */
function choicesFor(call: PageCall, { definition }: Edited): Promise<ProcessChoices> {
  return call.run(listProcessChoices, { of: 'order', form: definition.formKey ?? undefined })
}
