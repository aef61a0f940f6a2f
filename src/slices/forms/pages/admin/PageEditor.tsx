import {
  FIELD_TYPES,
  type Field,
  type FormDefinition,
  type FormPage,
  fieldsOf,
} from '../../../../kernel/form/definition.ts'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { Icon } from '../../../../ui/components/Icon.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { ChangeForm } from './ChangeForm.tsx'
import { ConditionEditor } from './ConditionEditor.tsx'
import { TYPE_ICONS } from './Outline.tsx'
import { TextsFields } from './TextsFields.tsx'

interface PageEditorProps {
  call: PageCall
  form: FormDefinition
  page: FormPage
  above: readonly Field[]
  version: number
}

/** A page: what can be added to it, its title, and when it is shown. */
export function PageEditor({ call, form, page, above, version }: PageEditorProps) {
  const { t } = call
  const shown = shownForm(t, call.form, 'setPage')
  const first = form.pages[0] === page
  return (
    <div class="stack loose">
      <form method="post" class="stack tight">
        <h3>{t('forms.outline.addField')}</h3>
        <input type="hidden" name="action" value="addField" />
        <input type="hidden" name="base" value={version} />
        <input type="hidden" name="at" value={page.id} />
        <div class="builder-types">
          {FIELD_TYPES.map((type) => (
            <button key={type} type="submit" name="type" value={type} class="builder-type">
              <Icon name={TYPE_ICONS[type]} />
              {t(`forms.type.${type}`)}
            </button>
          ))}
        </div>
      </form>
      <ChangeForm call={call} shown={shown} change="setPage" version={version} at={page.id}>
        <TextsFields call={call} form={shown} name="title" legend={t('forms.page.title')} texts={page.title} />
        <TextsFields
          call={call}
          form={shown}
          name="hint"
          legend={t('forms.page.hint')}
          texts={page.hint}
          optional
          long
        />
        {!first && (
          <Disclosure title={t('forms.page.when')} open={page.when !== undefined}>
            <ConditionEditor
              call={call}
              fields={fieldsOf(form)}
              name="when"
              legend={t('forms.when.legend')}
              hint={t('forms.when.hint')}
              condition={page.when}
              above={above}
            />
          </Disclosure>
        )}
      </ChangeForm>
    </div>
  )
}
