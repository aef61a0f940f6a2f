import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import { definePage, goTo } from '../../../../../ui/page.ts'
import { setPromise } from '../../../promises/operations/set-promise.ts'
import { momentIn, momentOf } from '../moments.ts'
import { Actions, caseOf, referenceOf, step } from './step.tsx'

/** Another promise, with its reason. */
export const promisePage = definePage({
  path: '/desk/:reference/promise',
  layout: 'work',
  requires: 'requests.work',
  get: ({ t, ...call }) =>
    step({ t, ...call }, t('requests.desk.changePromise'), t('requests.desk.promise.lead'), (request, form) => (
      <form method="post" class="stack" novalidate>
        <TextInput
          {...form.field('at', momentIn(call.timeZone, request.promisedAt))}
          type="datetime-local"
          label={t('requests.desk.promise.at')}
          width="medium"
        />
        <TextInput
          {...form.field('reason')}
          label={t('requests.desk.promise.reason')}
          hint={t('requests.desk.promise.reasonHint')}
          maxLength={300}
        />
        <Actions call={{ t, ...call }} label={t('requests.desk.promise.go')} />
      </form>
    )),
  post: {
    async default(call, fields) {
      const at = momentOf(call.timeZone, fields.get('at'))
      await call.run(setPromise, { reference: referenceOf(call), at: at ?? '', reason: fields.get('reason') })
      return goTo(caseOf(call), 'requests.desk.promise.done')
    },
  },
})
