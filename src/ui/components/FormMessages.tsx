import type { Translate } from '../../kernel/text.ts'
import type { ShownForm } from '../form.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Notice } from './Notice.tsx'

/** What there is to say about a form before its fields: what to mend, why it was refused, that it was kept. */
export function FormMessages({ t, form }: { t: Translate; form: ShownForm }) {
  return (
    <>
      {form.restored && (
        <Notice tone="info" live>
          {t('ui.form.restored')}
        </Notice>
      )}
      {form.message && (
        <Notice tone="bad" live>
          {form.message}
        </Notice>
      )}
      <ErrorSummary t={t} errors={form.errors} />
    </>
  )
}
