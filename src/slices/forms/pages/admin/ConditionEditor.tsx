import { FACTS } from '../../../../kernel/audience.ts'
import type { Condition, Field } from '../../../../kernel/form/definition.ts'
import { inLang } from '../../../../kernel/form/local-text.ts'
import type { TextKey } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { DateInput } from '../../../../ui/components/DateInput.tsx'
import { fieldId } from '../../../../ui/components/Field.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import { conditionWords } from '../../differences.ts'
import { type Line, linesOf, wayOf, waysOf } from './condition-fields.ts'

interface ConditionProps {
  call: PageCall
  /** All that there are: they give their names to what is said of it. */
  fields: readonly Field[]
  /** What the names of its inputs begin with. */
  name: string
  legend: string
  hint: string
  condition: Condition | undefined
  /** Those that it may look at. */
  above: readonly Field[]
  /** What is wrong with it. */
  error?: string | null
}

/** A condition, line by line: which answer, how, what. Adding and removing lines saves; nothing needs JavaScript. */
export function ConditionEditor(props: ConditionProps) {
  const { call, fields, name, legend, hint, condition, above, error } = props
  const { t, lang } = call
  const shown = linesOf(condition)
  return (
    <Fieldset t={t} legend={legend} hint={hint} error={error} id={fieldId(name)}>
      {shown === null && condition ? (
        <div class="row spread">
          <p>{conditionWords(condition, fields, t, lang)}</p>
          <input type="hidden" name={`${name}.deep`} value={JSON.stringify(condition)} />
          <RemoveButton call={call} name={name} value="deep" />
        </div>
      ) : (
        <>
          {(shown?.lines.length ?? 0) > 1 && (
            <Select
              t={t}
              name={`${name}.match`}
              label={t('forms.when.match')}
              hideLabel
              value={shown?.match}
              width="medium"
              options={(['all', 'any'] as const).map((value) => ({ value, label: t(`forms.when.match.${value}`) }))}
            />
          )}
          {shown?.lines.map((line, n) => (
            <LineEditor key={n} call={call} name={name} n={n} line={line} above={above} fields={fields} />
          ))}
        </>
      )}
      <div class="form inline">
        <Select
          t={t}
          name={`${name}.new`}
          label={t('forms.when.add')}
          empty={t('ui.form.choose')}
          optional
          options={[
            ...above
              .filter((field) => field.type !== 'note')
              .map((field) => ({ value: field.key, label: inLang(field.label, lang) })),
            {
              group: t('forms.when.person'),
              options: (['signedIn', ...FACTS] as const).map((fact) => ({
                value: `fact:${fact}`,
                label: t(`forms.fact.${fact}`),
              })),
            },
          ]}
        />
        <Button size="small" icon="plus">
          {t('forms.when.addDo')}
        </Button>
      </div>
    </Fieldset>
  )
}

function LineEditor(
  props: Pick<ConditionProps, 'call' | 'name' | 'fields' | 'above'> & {
    n: number
    line: Line
  },
) {
  const { call, name, n, line, above, fields } = props
  const { t, lang } = call
  const { leaf, not } = line
  const own = `${name}.${n}`
  const field = 'field' in leaf ? above.find((one) => one.key === leaf.field) : undefined
  if ('field' in leaf && !field)
    return (
      <div class="row spread">
        <div>
          <p>{conditionWords(not ? { not: leaf } : leaf, fields, t, lang)}</p>
          <Tag tone="warn" icon="triangle-alert">
            {t('forms.when.unknown')}
          </Tag>
        </div>
        <input type="hidden" name={`${name}.line`} value={n} />
        <input type="hidden" name={`${own}.kept`} value={JSON.stringify(not ? { not: leaf } : leaf)} />
        <RemoveButton call={call} name={name} value={String(n)} />
      </div>
    )
  const about = 'field' in leaf ? leaf.field : `fact:${'fact' in leaf ? leaf.fact : 'signedIn'}`
  const title = field ? inLang(field.label, lang) : t(`forms.fact.${'fact' in leaf ? leaf.fact : 'signedIn'}`)
  const ways = field ? waysOf(field) : ['is', 'not']
  return (
    <div class="builder-line">
      <input type="hidden" name={`${name}.line`} value={n} />
      <input type="hidden" name={`${own}.about`} value={about} />
      <Select
        t={t}
        name={`${own}.is`}
        label={title}
        value={'is' in leaf ? wayOf(line) : not ? 'not' : 'is'}
        options={ways.map((way) => ({ value: way, label: t(`forms.way.${way}` as TextKey) }))}
      />
      <LineValue call={call} name={`${own}.value`} leaf={leaf} field={field} />
      <RemoveButton call={call} name={name} value={String(n)} />
    </div>
  )
}

function LineValue({
  call,
  name,
  leaf,
  field,
}: {
  call: PageCall
  name: string
  leaf: Line['leaf']
  field: Field | undefined
}) {
  const { t, lang } = call
  const label = t('forms.when.value')
  if ('fact' in leaf)
    return <TextInput t={t} name={name} label={label} hint={t('forms.when.values')} value={leaf.in.join(', ')} />
  if (!field || field.type === 'yesNo' || waysOf(field).length === 2) return null
  const values = 'value' in leaf ? [leaf.value].flat().map(String) : []
  if (field.type === 'choice' && !field.many)
    return (
      <CheckboxGroup
        t={t}
        name={name}
        legend={label}
        choices={field.options.map((option) => ({ value: option.value, label: inLang(option.label, lang) }))}
        values={values}
        optional
      />
    )
  if (field.type === 'choice')
    return (
      <Select
        t={t}
        name={name}
        label={label}
        value={values[0]}
        options={field.options.map((option) => ({ value: option.value, label: inLang(option.label, lang) }))}
      />
    )
  if (field.type === 'date') return <DateInput t={t} name={name} label={label} value={values[0]} optional />
  return <TextInput t={t} name={name} label={label} value={values[0]} optional width="medium" />
}

function RemoveButton({ call, name, value }: { call: PageCall; name: string; value: string }) {
  return (
    <Button name={`${name}.remove`} value={value} look="quiet" size="small" icon="x">
      <span class="visually-hidden">{call.t('forms.when.remove')}</span>
    </Button>
  )
}
