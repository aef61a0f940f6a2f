import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { WorkedForm } from './worked-form.ts'

/** What went wrong with a button of the page, and what keeps the form from being published. */
export function Problems({ call, form }: { call: PageCall; form: WorkedForm }) {
  const { t } = call
  const message =
    call.form && !['setField', 'setPage', 'setForm'].includes(call.form.action)
      ? shownForm(t, call.form, call.form.action)
      : null
  return (
    <>
      {message && <FormMessages t={t} form={message} />}
      {form.problems.length > 0 && (
        <Notice tone="warn" title={t('forms.publish.problems', { count: form.problems.length })}>
          <ul>
            {form.problems.map(({ page, field, text }) => (
              <li key={`${page} ${field} ${text}`}>
                <a href={`${call.url(call.path)}?${field ? `at=${field}` : `page=${page}`}`}>{text}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
