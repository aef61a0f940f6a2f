import type { FormDefinition } from '../../../../kernel/form/definition.ts'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { ChangeForm } from './ChangeForm.tsx'
import { TextsFields } from './TextsFields.tsx'

/** What a form is called, and what is said about it. */
export function FormEditor({ call, form, version }: { call: PageCall; form: FormDefinition; version: number }) {
  const { t } = call
  const shown = shownForm(t, call.form, 'setForm')
  return (
    <>
      <h2 id="editor-title">{t('forms.form.name')}</h2>
      <ChangeForm call={call} shown={shown} change="setForm" version={version}>
        <TextsFields call={call} form={shown} name="title" legend={t('forms.form.title')} texts={form.title} />
        <TextsFields
          call={call}
          form={shown}
          name="hint"
          legend={t('forms.form.hint')}
          texts={form.hint}
          optional
          long
        />
      </ChangeForm>
    </>
  )
}
