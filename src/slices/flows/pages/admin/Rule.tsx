import type { TextKey } from '../../../../kernel/text.ts'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxGroup, RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { type Line, type Step, stepsById } from '../../definition.ts'
import { textAndLang } from '../../texts.ts'
import { nameOfStep } from './Outline.tsx'
import type { PartsProps } from './parts-props.ts'
import { LINE_KINDS, STEP, shownLine } from './step-fields.ts'
import { Target } from './Target.tsx'

type RuleProps = PartsProps<Extract<Step, { kind: 'check' }>>
type Choice = Extract<Step, { kind: 'choice' }>

/** The rule of a check, line by line, and two empty lines for more. */
export function Rule(props: RuleProps) {
  const { call, step } = props
  const { t } = call
  const rows = [...step.lines, ...(step.lines.length < 20 ? [null, null] : [])]
  return (
    <Card title={t('flows.check.title')}>
      <RadioGroup
        t={t}
        name={`${STEP}.match`}
        legend={t('flows.check.match')}
        value={step.match}
        choices={[
          { value: 'all', label: t('flows.check.all') },
          { value: 'any', label: t('flows.check.any') },
        ]}
      />
      <input type="hidden" name={`${STEP}.lines.rows`} value={rows.length} />
      {rows.map((line, n) => {
        const chosen = line && choiceOf(props, line)
        return (
          <fieldset class="flow-line" key={line ? JSON.stringify(line) : `new-${n}`}>
            <legend>{line ? t('flows.check.line', { number: n + 1 }) : t('flows.check.newLine')}</legend>
            {line && 'values' in line && chosen ? (
              <OptionsLine {...props} name={`${STEP}.lines.${n}`} line={line} chosen={chosen} />
            ) : (
              <OpenLine {...props} name={`${STEP}.lines.${n}`} line={line} />
            )}
          </fieldset>
        )
      })}
      <p class="hint">{t('flows.check.hint')}</p>
      <Target {...props} name="to" value={step.to} label={t('flows.by.yes')} />
      <Target {...props} name="otherwise" value={step.otherwise} label={t('flows.by.no')} />
    </Card>
  )
}

/** The question with options that a line looks at. */
function choiceOf({ draft }: RuleProps, line: Line): Choice | undefined {
  const asked = 'values' in line ? stepsById(draft.definition).get(line.step) : undefined
  return asked?.kind === 'choice' ? asked : undefined
}

/** Which options of a question: to be ticked. */
function OptionsLine({
  call,
  form,
  name,
  line,
  chosen,
}: RuleProps & { name: string; line: Extract<Line, { values: string[] }>; chosen: Choice }) {
  const { t } = call
  return (
    <>
      <input type="hidden" name={`${name}.about`} value={chosen.id} />
      <Select
        {...form.field(`${name}.is`, line.is)}
        label={nameOfStep(call, chosen)}
        optional
        empty={t('flows.check.none')}
        options={(['one-of', 'none-of'] as const).map((is) => ({ value: is, label: t(`flows.line.${is}`) }))}
      />
      <CheckboxGroup
        t={t}
        name={`${name}.values`}
        legend={t('flows.check.options')}
        error={form.error(`${name}.values`)}
        values={form.values(`${name}.values`, line.values)}
        choices={chosen.options.map((option) => ({ value: option.id, label: labelOf(call.lang, option) }))}
      />
    </>
  )
}

/** A line about a number, a day, typed words, somebody's audience; a new one may begin with an answer to tick. */
function OpenLine({ call, form, draft, parts, name, line }: RuleProps & { name: string; line: Line | null }) {
  const { t } = call
  const shown = line ? shownLine(line) : { about: '', value: '' }
  const { steps } = draft.definition
  const typed = steps.filter(({ kind }) => ['number', 'date', 'text', 'lookup'].includes(kind))
  const about = [
    ...steps.flatMap((one) =>
      one.kind === 'choice' && one.options.length > 0
        ? [
            {
              group: nameOfStep(call, one),
              options: one.options.map((option) => ({
                value: `${one.id}=${option.id}`,
                label: labelOf(call.lang, option),
              })),
            },
          ]
        : [],
    ),
    { group: t('flows.check.answers'), options: typed.map((one) => ({ value: one.id, label: nameOfStep(call, one) })) },
    {
      group: t('flows.check.audiences'),
      options: parts.audiences.map(({ key, title }) => ({ value: key, label: title })),
    },
  ].filter(({ options }) => options.length > 0)
  return (
    <>
      <Select
        {...form.field(`${name}.about`, shown.about)}
        label={t('flows.check.about')}
        optional
        empty="–"
        options={about}
      />
      <Select
        {...form.field(`${name}.is`, line?.is)}
        label={t('flows.check.is')}
        optional
        empty={t('flows.check.none')}
        options={LINE_KINDS.map((is) => ({ value: is, label: t(`flows.line.${is}` as TextKey) }))}
      />
      <TextInput {...form.field(`${name}.value`, shown.value)} label={t('flows.check.value')} optional />
    </>
  )
}

function labelOf(lang: PartsProps['call']['lang'], option: Choice['options'][number]): string {
  return textAndLang(option.label, lang).text || option.id
}
