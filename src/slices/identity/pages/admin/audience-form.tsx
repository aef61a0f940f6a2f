import type { z } from 'zod'
import { type Fact, Rule } from '../../../../kernel/audience.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxGroup, RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { Fields, PageCall } from '../../../../ui/page.ts'
import { CONDITION_FACTS, type Condition, type Conditions, conditionsOf, ruleOf } from '../../conditions.ts'
import type { listFactValues } from '../../operations/list-fact-values.ts'
import { factKey } from '../../rule-words.ts'
import type { Texts } from '../../rules.ts'
import { formOf } from '../form.tsx'
import { words } from './person.tsx'
import { TextsFields, textsOf } from './texts-fields.tsx'

/** Facts whose values are known beforehand; the others are typed in. */
const CHOSEN: readonly string[] = ['role', 'team', 'organisation', 'language']
const MOST = 20

export interface AudienceShown {
  names: Texts
  words: Texts
  conditions: Conditions
  version: number
}

/** What the editor shows of a stored audience; a rule of deeper levels begins anew, and the page says so. */
export function shownOf(audience: {
  names: Texts
  words: Texts
  rule: unknown
  version: number
}): AudienceShown & { deep: boolean } {
  const conditions = conditionsOf(Rule.catch({ all: [] }).parse(audience.rule))
  return { ...audience, conditions: conditions ?? { match: 'all', rows: [] }, deep: conditions === null }
}

/** What is typed in at the moment. */
export function typedOf(fields: Fields): AudienceShown {
  const count = Math.min(Number(fields.get('rows')) || 0, MOST)
  const rows = Array.from({ length: count }, (_, n) => rowOf(fields, n)).filter((row) => row !== null)
  return {
    names: textsOf(fields, 'names'),
    words: textsOf(fields, 'words'),
    conditions: { match: fields.get('match') === 'any' ? 'any' : 'all', rows },
    version: Number(fields.get('version')) || 1,
  }
}

function rowOf(fields: Fields, n: number): Condition | null {
  const fact = CONDITION_FACTS.find((one) => one === fields.get(`row.${n}.fact`))
  if (!fact) return null
  const values = CHOSEN.includes(fact) ? fields.all(`row.${n}.values`) : words(fields.get(`row.${n}.values`))
  return { fact, not: fields.get(`row.${n}.not`) === 'not', values }
}

export function withRow(shown: AudienceShown, fact: string): AudienceShown {
  const known = CONDITION_FACTS.find((one) => one === fact)
  if (!known || shown.conditions.rows.length >= MOST) return shown
  const rows = [...shown.conditions.rows, { fact: known, not: false, values: [] }]
  return { ...shown, conditions: { ...shown.conditions, rows } }
}

export function withoutRow(shown: AudienceShown, n: number): AudienceShown {
  const rows = shown.conditions.rows.filter((_, at) => at !== n)
  return { ...shown, conditions: { ...shown.conditions, rows } }
}

/** What a save action is given. */
export function contentOf(shown: AudienceShown) {
  return { names: shown.names, words: shown.words, rule: ruleOf(shown.conditions) }
}

interface AudienceFormProps {
  call: PageCall
  shown: AudienceShown & { deep?: boolean }
  values: z.output<(typeof listFactValues)['output']>
}

/** Texts and the rule, line by line. Adding and removing lines are buttons of the form: nothing needs JavaScript. */
export function AudienceForm({ call, shown, values }: AudienceFormProps) {
  const { t } = call
  const form = formOf(call, 'save')
  const { match, rows } = shown.conditions
  return (
    <form method="post" class="form">
      <button type="submit" name="action" value="preview" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
      {form.summary}
      <Card>
        <TextsFields call={call} form={form} name="names" legend={t('identity.name')} texts={shown.names} />
        <TextsFields
          call={call}
          form={form}
          name="words"
          legend={t('identity.audience.words')}
          texts={shown.words}
          optional
        />
      </Card>
      <Card title={t('identity.rule')}>
        {shown.deep && <Notice tone="warn">{t('identity.rule.deep')}</Notice>}
        <input type="hidden" name="version" value={shown.version} />
        <input type="hidden" name="rows" value={rows.length} />
        <RadioGroup
          t={t}
          name="match"
          legend={t('identity.rule.match')}
          choices={[
            { value: 'all', label: t('identity.rule.matchAll') },
            { value: 'any', label: t('identity.rule.matchAny') },
          ]}
          value={match}
        />
        {rows.length === 0 && (
          <p class="hint">{t(match === 'all' ? 'identity.rule.emptyAll' : 'identity.rule.emptyAny')}</p>
        )}
        {rows.map((row, n) => (
          <Row key={`${n} ${row.fact}`} call={call} row={row} n={n} values={values} />
        ))}
        <div class="row">
          <Select
            t={t}
            name="newFact"
            label={t('identity.rule.add')}
            options={CONDITION_FACTS.map((fact) => ({ value: fact, label: t(factKey(fact)) }))}
            required={false}
            width="medium"
          />
          <Button name="action" value="add" icon="plus" formnovalidate>
            {t('identity.rule.addDo')}
          </Button>
        </div>
      </Card>
      <FormActions>
        <Button look="primary" name="action" value="save">
          {t('identity.save')}
        </Button>
        <Button name="action" value="preview" icon="users" formnovalidate>
          {t('identity.audience.preview')}
        </Button>
      </FormActions>
    </form>
  )
}

function Row({
  call,
  row,
  n,
  values,
}: {
  call: PageCall
  row: Condition
  n: number
  values: AudienceFormProps['values']
}) {
  const { t } = call
  const name = t(factKey(row.fact))
  return (
    <Fieldset t={t} legend={name} id={`f-row-${n}`}>
      <input type="hidden" name={`row.${n}.fact`} value={row.fact} />
      <Select
        t={t}
        name={`row.${n}.not`}
        label={t('identity.rule.how')}
        hideLabel
        options={
          row.fact === 'signedIn'
            ? [
                { value: 'is', label: t('identity.yes') },
                { value: 'not', label: t('identity.no') },
              ]
            : [
                { value: 'is', label: t('identity.rule.oneOf') },
                { value: 'not', label: t('identity.rule.noneOf') },
              ]
        }
        value={row.not ? 'not' : 'is'}
        width="medium"
      />
      {row.fact !== 'signedIn' && <Values call={call} fact={row.fact} row={row} n={n} known={values[row.fact] ?? []} />}
      <Button look="quiet" size="small" name="action" value={`remove-${n}`} icon="x" formnovalidate>
        {t('identity.rule.remove', { fact: name })}
      </Button>
    </Fieldset>
  )
}

function Values(props: {
  call: PageCall
  fact: Fact
  row: Condition
  n: number
  known: { value: string; name: string }[]
}) {
  const { call, fact, row, n, known } = props
  const { t } = call
  const name = `row.${n}.values`
  if (CHOSEN.includes(fact))
    return (
      <CheckboxGroup
        t={t}
        name={name}
        legend={t('identity.rule.values')}
        choices={known.map((one) => ({ value: one.value, label: one.name }))}
        values={row.values}
        optional
      />
    )
  return (
    <TextInput
      t={t}
      name={name}
      label={t('identity.rule.values')}
      hint={
        known.length > 0
          ? t('identity.rule.known', {
              values: known
                .slice(0, 20)
                .map((one) => one.name)
                .join(', '),
            })
          : t('identity.person.factsHint')
      }
      required={false}
      value={row.values.join(', ')}
    />
  )
}

/** Buttons `remove-0` … of the lines, as actions of a page. */
export function removeActions<A>(act: (n: number) => A): Record<string, A> {
  return Object.fromEntries(Array.from({ length: MOST }, (_, n) => [`remove-${n}`, act(n)]))
}
