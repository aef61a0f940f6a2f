import type { TextKey } from '../../../../../kernel/text.ts'
import { Select } from '../../../../../ui/components/Select.tsx'
import { definePage, goTo, type PageCall } from '../../../../../ui/page.ts'
import { classify } from '../../../promises/operations/classify.ts'
import { LEVELS } from '../../../rules.ts'
import { listChoices } from '../../operations/list-choices.ts'
import { Actions, caseOf, referenceOf, step } from './step.tsx'

/** What kind of case it is, how many it hits, how pressing it is: priority and promise follow by the kind's matrix. */
export const classifyPage = definePage({
  path: '/desk/:reference/classify',
  layout: 'work',
  requires: 'requests.work',
  get: (call) =>
    step(call, call.t('requests.classify.title'), call.t('requests.classify.lead'), async (request, form) => {
      const { types } = await call.run(listChoices, {})
      return (
        <form method="post" class="stack" novalidate>
          <Select
            {...form.field('type', request.type)}
            label={call.t('requests.desk.type')}
            options={types.map(({ id, name }) => ({ value: id, label: name }))}
            width="medium"
          />
          <Select
            {...form.field('impact', String(request.impact ?? ''))}
            label={call.t('requests.classify.impact')}
            options={levels(call, 'impact')}
            width="medium"
          />
          <Select
            {...form.field('urgency', String(request.urgency ?? ''))}
            label={call.t('requests.classify.urgency')}
            options={levels(call, 'urgency')}
            width="medium"
          />
          <Actions call={call} label={call.t('requests.classify.save')} />
        </form>
      )
    }),
  post: {
    async default(call, fields) {
      const level = (name: string) => (fields.get(name) ? (Number(fields.get(name)) as (typeof LEVELS)[number]) : null)
      await call.run(classify, {
        reference: referenceOf(call),
        type: fields.get('type'),
        impact: level('impact'),
        urgency: level('urgency'),
      })
      return goTo(caseOf(call), 'requests.classify.saved')
    },
  },
})

function levels({ t }: PageCall, what: 'impact' | 'urgency') {
  return [
    { value: '', label: t('requests.classify.unknown') },
    ...LEVELS.map((one) => ({ value: String(one), label: t(`requests.classify.${what}.${one}` as TextKey) })),
  ]
}
