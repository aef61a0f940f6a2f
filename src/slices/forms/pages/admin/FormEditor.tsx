import type { FormDefinition } from '../../../../kernel/form/definition.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { TextsFields } from './TextsFields.tsx'

/** What a form is called, and what is said about it. */
export function FormEditor({ call, form, version }: { call: PageCall; form: FormDefinition; version: number }) {
  const { t } = call
  const shown = shownForm(t, call.form, 'setForm')
  return (
    <>
      <h2 id="editor-title">{t('forms.form.name')}</h2>
      <form method="post" class="stack" novalidate>
        <FormMessages t={t} form={shown} />
        <input type="hidden" name="base" value={version} />
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
        <FormActions reachable={false}>
          <Button look="primary" icon="save" name="action" value="setForm">
            {t('forms.change.save')}
          </Button>
        </FormActions>
      </form>
    </>
  )
}
