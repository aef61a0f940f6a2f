import type { z } from 'zod'
import type { Fact } from '../../../../kernel/audience.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { CheckboxGroup, RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import {
  CONDITION_FACTS,
  type Condition,
  type ConditionGroup,
  DEEPEST_GROUP,
  isGroup,
  type Place,
} from '../../conditions.ts'
import type { listFactValues } from '../../operations/list-fact-values.ts'
import { factKey } from '../../rule-words.ts'
import { CHOSEN_FACTS, ruleField } from './rule-fields.ts'

type FactValues = z.output<(typeof listFactValues)['output']>

interface RuleGroupProps {
  call: PageCall
  group: ConditionGroup
  place: Place
  /** Values of facts that are in use. */
  values: FactValues
}

/** A group of conditions with its lines and groups. Adding and removing are buttons of the form: nothing needs JavaScript. */
export function RuleGroup({ call, group, place, values }: RuleGroupProps) {
  const { t } = call
  const { match, parts } = group
  return (
    <>
      <input type="hidden" name={ruleField(place, 'count')} value={parts.length} />
      <RadioGroup
        t={t}
        name={ruleField(place, 'match')}
        legend={t(place.length === 0 ? 'identity.rule.match' : 'identity.rule.groupMatch')}
        choices={[
          { value: 'all', label: t('identity.rule.matchAll') },
          { value: 'any', label: t('identity.rule.matchAny') },
        ]}
        value={match}
      />
      {parts.length === 0 && (
        <p class="hint">{t(match === 'all' ? 'identity.rule.emptyAll' : 'identity.rule.emptyAny')}</p>
      )}
      {parts.map((part, n) => {
        const at = [...place, n]
        return isGroup(part) ? (
          <InnerGroup key={at.join('.')} call={call} group={part} place={at} values={values} />
        ) : (
          <Line key={`${at.join('.')} ${part.fact}`} call={call} line={part} place={at} values={values} />
        )
      })}
      <div class="row end">
        <Select
          t={t}
          name={ruleField(place, 'new')}
          label={t(place.length === 0 ? 'identity.rule.add' : 'identity.rule.addInGroup')}
          options={CONDITION_FACTS.map((fact) => ({ value: fact, label: t(factKey(fact)) }))}
          required={false}
          width="medium"
        />
        <Button name="change" value={`add ${place.join('.')}`} icon="plus" formnovalidate>
          {t('identity.rule.addDo')}
        </Button>
        {place.length < DEEPEST_GROUP && (
          <Button look="quiet" name="change" value={`group ${place.join('.')}`} icon="plus" formnovalidate>
            {t('identity.rule.addGroup')}
          </Button>
        )}
      </div>
    </>
  )
}

function InnerGroup(props: RuleGroupProps) {
  const { call, group, place } = props
  const { t } = call
  const number = place.map((n) => n + 1).join('.')
  return (
    <div class="rule-group">
      <Fieldset t={t} legend={t('identity.rule.group', { number })} id={`f-rule-${place.join('-')}`}>
        <input type="hidden" name={ruleField(place, 'fact')} value="group" />
        <Select
          t={t}
          name={ruleField(place, 'not')}
          label={t('identity.rule.how')}
          hideLabel
          options={[
            { value: 'is', label: t('identity.rule.groupHolds') },
            { value: 'not', label: t('identity.rule.groupFails') },
          ]}
          value={group.not ? 'not' : 'is'}
          width="medium"
        />
        <RuleGroup {...props} />
        <Button look="quiet" size="small" name="change" value={`remove ${place.join('.')}`} icon="x" formnovalidate>
          {t('identity.rule.removeGroup', { number })}
        </Button>
      </Fieldset>
    </div>
  )
}

interface LineProps {
  call: PageCall
  line: Condition
  place: Place
  values: FactValues
}

function Line({ call, line, place, values }: LineProps) {
  const { t } = call
  const name = t(factKey(line.fact))
  const [holds, fails] =
    line.fact === 'signedIn'
      ? (['identity.yes', 'identity.no'] as const)
      : (['identity.rule.oneOf', 'identity.rule.noneOf'] as const)
  return (
    <Fieldset t={t} legend={name} id={`f-rule-${place.join('-')}`}>
      <input type="hidden" name={ruleField(place, 'fact')} value={line.fact} />
      <Select
        t={t}
        name={ruleField(place, 'not')}
        label={t('identity.rule.how')}
        hideLabel
        options={[
          { value: 'is', label: t(holds) },
          { value: 'not', label: t(fails) },
        ]}
        value={line.not ? 'not' : 'is'}
        width="medium"
      />
      {line.fact !== 'signedIn' && (
        <Values call={call} fact={line.fact} line={line} place={place} known={values[line.fact] ?? []} />
      )}
      <Button look="quiet" size="small" name="change" value={`remove ${place.join('.')}`} icon="x" formnovalidate>
        {t('identity.rule.remove', { fact: name })}
      </Button>
    </Fieldset>
  )
}

interface ValuesProps {
  call: PageCall
  fact: Fact
  line: Condition
  place: Place
  known: { value: string; name: string }[]
}

function Values({ call, fact, line, place, known }: ValuesProps) {
  const { t } = call
  const name = ruleField(place, 'values')
  if (CHOSEN_FACTS.includes(fact))
    return (
      <CheckboxGroup
        t={t}
        name={name}
        legend={t('identity.rule.values')}
        choices={known.map((one) => ({ value: one.value, label: one.name }))}
        values={line.values}
        optional
      />
    )
  const inUse = known
    .slice(0, 20)
    .map((one) => one.name)
    .join(', ')
  return (
    <TextInput
      t={t}
      name={name}
      label={t('identity.rule.values')}
      hint={inUse ? t('identity.rule.known', { values: inUse }) : t('identity.person.factsHint')}
      required={false}
      value={line.values.join(', ')}
    />
  )
}
