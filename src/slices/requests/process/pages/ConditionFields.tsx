import type { Condition } from '../../../../kernel/form/definition.ts'
import type { Translate } from '../../../../kernel/text.ts'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'

/** When a step is asked at all. The simple kinds have fields; everything else is written down as a rule. */
export function ConditionFields({ t, name, when }: { t: Translate; name: string; when: Condition | undefined }) {
  const kind = kindOf(when)
  const simple = kind === 'field' || kind === 'amount' ? (when as { field: string; value?: unknown }) : null
  return (
    <>
      <Select
        t={t}
        name={name}
        label={t('requests.process.when')}
        options={(['always', 'amount', 'field', 'rule'] as const).map((value) => ({
          value,
          label: t(`requests.process.when.${value}`),
        }))}
        value={kind}
      />
      <div class="row">
        <TextInput
          t={t}
          name={`${name}.field`}
          optional
          label={t('requests.process.whenField')}
          hint={t('requests.process.whenFieldHint')}
          value={kind === 'field' ? simple?.field : ''}
        />
        <TextInput
          t={t}
          name={`${name}.value`}
          optional
          label={t('requests.process.whenValue')}
          hint={t('requests.process.whenValueHint')}
          value={simple?.value === undefined ? '' : [simple.value].flat().join(', ')}
        />
      </div>
      {kind === 'rule' && (
        <TextArea
          t={t}
          name={`${name}.rule`}
          optional
          rows={4}
          label={t('requests.process.whenRule')}
          hint={t('requests.process.whenRuleHint')}
          value={JSON.stringify(when, null, 2)}
        />
      )}
    </>
  )
}

function kindOf(when: Condition | undefined): 'always' | 'amount' | 'field' | 'rule' {
  if (!when) return 'always'
  if (!('field' in when)) return 'rule'
  if (when.field === 'amount' && when.is === 'atLeast') return 'amount'
  return when.is === 'equals' || when.is === 'oneOf' || when.is === 'answered' ? 'field' : 'rule'
}
