import type { JSX } from 'preact'
import { type Answers, type FormContext, fillForm } from '../../kernel/form/answers.ts'
import type { Field, FormDefinition, FormPage } from '../../kernel/form/definition.ts'
import type { FormLists } from '../../kernel/form/lists.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Translate } from '../../kernel/text.ts'
import { Island } from '../island.tsx'
import { FieldView } from './FieldView.tsx'
import { liveForm } from './live-form.ts'

export interface FormFieldsProps {
  t: Translate
  lang: Lang
  definition: FormDefinition
  /** The page to show, one of the definition's. */
  page: FormPage
  /** What was answered so far, on all pages; as typed, where it was refused. */
  answers: Answers
  context: FormContext
  /** What to mend, by name of the input: `answers.serialNumber`. */
  errorOf: (name: string) => string | null
  /** What people, assets and accounts may be chosen from, and the names of files. */
  lists: FormLists
}

/**
 * The fields of a page of a form. Fields that a condition hides are rendered too, disabled: the island shows them at once when an answer
 * brings them on; without JavaScript the page is shown again with them. Read what comes back with `answersOf`.
 */
export function FormFields({
  t,
  lang,
  definition,
  page,
  answers,
  context,
  errorOf,
  lists,
}: FormFieldsProps): JSX.Element {
  const { visible, values } = fillForm(definition, answers, context)
  const isVisible = new Set<Field>(visible)
  const live = liveForm(definition, page)
  const fields = (
    <div class="form-fields" data-form-fields>
      {page.fields.map((field) => (
        <Shown key={field.key} field={field} isShown={isVisible.has(field)}>
          <FieldView
            t={t}
            lang={lang}
            field={field}
            value={values[field.key]}
            context={context}
            errorOf={errorOf}
            lists={lists}
          />
        </Shown>
      ))}
    </div>
  )
  if (!live) return fields
  const others = Object.fromEntries(
    Object.entries(answers).filter(([key]) => !page.fields.some((one) => one.key === key)),
  )
  const words = { yes: t('ui.form.yes'), no: t('ui.form.no'), missing: t('ui.form.notYet') }
  return (
    <Island name="live-form" props={{ live, page: page.id, others, context, lang, words }}>
      {fields}
    </Island>
  )
}

/** A field that may be hidden. Its mark tells the server that it was asked. */
function Shown({ field, isShown, children }: { field: Field; isShown: boolean; children: JSX.Element }) {
  const mark = <input type="hidden" name="asked" value={field.key} />
  if (!field.when)
    return (
      <div class="form-part">
        {mark}
        {children}
      </div>
    )
  return (
    <fieldset class="form-part" data-when={field.key} hidden={!isShown} disabled={!isShown}>
      {mark}
      {children}
    </fieldset>
  )
}
