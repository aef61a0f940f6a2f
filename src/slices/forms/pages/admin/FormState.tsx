import { Tag } from '../../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../../ui/page.ts'

/** Whether people can fill in a form, and whether something of it is not published yet. */
export function FormState({
  call,
  form,
}: {
  call: PageCall
  form: { published: number | null; newest: number; isArchived?: boolean }
}) {
  const { t } = call
  if (form.isArchived) return <Tag>{t('forms.state.archived')}</Tag>
  if (form.published === null) return <Tag tone="warn">{t('forms.state.draft')}</Tag>
  return (
    <>
      <Tag tone="good">{t('forms.state.published')}</Tag>
      {form.published !== form.newest && <Tag tone="warn">{t('forms.state.changed')}</Tag>}
    </>
  )
}
