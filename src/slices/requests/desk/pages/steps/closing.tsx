import { RadioGroup } from '../../../../../ui/components/ChoiceGroup.tsx'
import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import { definePage, goTo } from '../../../../../ui/page.ts'
import { CLOSING_REASONS, type ClosingReason } from '../../../closing/closing.ts'
import { change } from '../../operations/change.ts'
import { Actions, caseOf, referenceOf, step } from './step.tsx'

/** The end of a case without a solution, and why. */
export const closingPage = definePage({
  path: '/desk/:reference/closing',
  layout: 'work',
  requires: 'requests.work',
  get: ({ t, ...call }) =>
    step({ t, ...call }, t('requests.closing.title'), t('requests.closing.lead'), (_request, form) => (
      <form method="post" class="stack" novalidate>
        <RadioGroup
          {...form.field('reason')}
          legend={t('requests.closing.reason')}
          choices={CLOSING_REASONS.map((value) => ({
            value,
            label: t(`requests.closing.reason.${value}`),
            hint: value === 'duplicate' && (
              <a href={`${caseOf({ t, ...call })}/merge`}>{t('requests.closing.merge')}</a>
            ),
          }))}
        />
        <TextInput
          {...form.field('reasonWords')}
          label={t('requests.closing.words')}
          hint={t('requests.closing.wordsHint')}
          maxLength={300}
          optional
        />
        <Actions call={{ t, ...call }} label={t('requests.closing.title')} />
      </form>
    )),
  post: {
    async default(call, fields) {
      await call.run(change, {
        reference: referenceOf(call),
        state: 'closed',
        reason: fields.optional('reason') as ClosingReason | undefined,
        reasonWords: fields.optional('reasonWords'),
      })
      return goTo(caseOf(call), 'requests.closing.done')
    },
  },
})
