import type { TextKey } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { type ShownForm, shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { ShownRequest } from '../../pages/RequestSheet.tsx'
import { RatingFields } from './RatingFields.tsx'

interface Props {
  call: PageCall
  request: ShownRequest
}

/** On the page of what is solved: one click says how satisfied somebody is. */
export function RatingCard({ call, request }: Props) {
  const { t } = call
  const form = shownForm(t, call.form, 'rate')
  if (!request.mayRate) return null
  if (!request.rating)
    return (
      <div class="card">
        <RatingForm {...{ call, request, form }} />
      </div>
    )
  const score = t(`requests.rating.score.${request.rating.score}` as TextKey)
  return (
    <Disclosure title={t('requests.rating.given', { score })} open={form.errors.length > 0}>
      <RatingForm {...{ call, request, form }} />
    </Disclosure>
  )
}

function RatingForm({ call: { t }, request: { rating, ending }, form }: Props & { form: ShownForm }) {
  return (
    <form method="post" class="stack" novalidate>
      <FormMessages t={t} form={form} />
      <RatingFields
        t={t}
        form={form}
        score={rating ? String(rating.score) : null}
        comment={rating?.comment ?? null}
        isSolved={ending !== 'declined'}
      />
      <FormActions reachable={false}>
        <Button name="action" value="rate" icon="send">
          {t(rating ? 'requests.rating.change' : 'requests.rating.send')}
        </Button>
      </FormActions>
    </form>
  )
}
