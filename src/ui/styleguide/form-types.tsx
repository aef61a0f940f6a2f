import { NOBODY } from '../../kernel/audience.ts'
import { type Field, FormDefinition, fieldsOf } from '../../kernel/form/definition.ts'
import { inputName } from '../../kernel/form/read-answers.ts'
import type { Lang } from '../../kernel/lang.ts'
import { FieldView } from '../form-fields/FieldView.tsx'
import { FormFields } from '../form-fields/FormFields.tsx'
import { Specimen } from './Specimen.tsx'
import type { GuideProps } from './Styleguide.tsx'
import type { Samples } from './samples.ts'

/** Every type of field of a form that administrators build: as asked, with something to mend, and closed. */
export function FormTypeSpecimens({ t, lang, sample }: GuideProps) {
  const context = { facts: NOBODY, today: '2026-11-24' }
  const plain = formOf(lang, sample, 'Asked')
  const page = plain.pages[0] as (typeof plain.pages)[number]
  const lists = (definition: FormDefinition) => ({
    choices: Object.fromEntries(
      fieldsOf(definition)
        .filter(({ type }) => ['person', 'asset', 'account'].includes(type))
        .map(({ key }) => [
          key,
          { choices: [{ value: 'a', label: sample.name, hint: sample.short }], more: true, search: '' },
        ]),
    ),
    files: {},
  })
  const fields = (definition: FormDefinition, error: string | null) =>
    fieldsOf(definition).map((field: Field) => (
      <FieldView
        key={field.key}
        t={t}
        lang={lang}
        field={field}
        value={undefined}
        context={context}
        errorOf={(name) => (name === inputName(field.key) ? error : null)}
        lists={lists(definition)}
      />
    ))
  const wrong = formOf(lang, sample, 'Wrong')
  const closed = formOf(lang, sample, 'Closed')
  return (
    <>
      <Specimen title="FormFields" code="<FormFields t={t} definition={…} page={…} answers={…} … />">
        <FormFields
          t={t}
          lang={lang}
          definition={plain}
          page={page}
          answers={{}}
          context={context}
          errorOf={() => null}
          lists={lists(plain)}
        />
      </Specimen>
      <Specimen title="FieldView, to be mended" code="<FieldView … errorOf={(name) => …} />">
        <div class="form-fields">{fields(wrong, sample.sentence)}</div>
      </Specimen>
      <Specimen title="FieldView, disabled" code="<fieldset disabled><FieldView … /></fieldset>">
        <fieldset class="form-fields" disabled>
          {fields(closed, null)}
        </fieldset>
      </Specimen>
    </>
  )
}

/** A form with one field of each type. */
function formOf(lang: Lang, sample: Samples, suffix: string): FormDefinition {
  const own = (text: string) => ({ [lang]: text, de: text })
  const options = ['a', 'b'].map((value, n) => ({ value, label: own(n ? sample.question : sample.word) }))
  const fields = [
    { type: 'text' },
    { type: 'longText', required: false },
    { type: 'choice', options },
    { type: 'yesNo' },
    { type: 'number', unit: 'kWh' },
    { type: 'date' },
    { type: 'file', kinds: ['picture'] },
    { type: 'person' },
    { type: 'asset', required: false },
    { type: 'account' },
    { type: 'address' },
    { type: 'table', columns: [{ key: 'amount', type: 'number', label: own(sample.short) }] },
    { type: 'computed', expression: '1290 + 240', show: 'money' },
    { type: 'note' },
  ].map((field) => ({
    ...{
      key: `${field.type}${suffix}`,
      label: own(`${sample.short} (${field.type}, ${suffix})`),
      hint: own(sample.sentence),
    },
    ...field,
  }))
  return FormDefinition.parse({
    title: own(sample.short),
    pages: [{ id: 'one', title: own(sample.short), fields }],
  })
}
