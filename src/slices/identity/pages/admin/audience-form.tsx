import type { z } from 'zod'
import { Rule } from '../../../../kernel/audience.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import type { Fields, PageCall } from '../../../../ui/page.ts'
import { type ConditionGroup, groupOf, ruleOf } from '../../conditions.ts'
import type { listFactValues } from '../../operations/list-fact-values.ts'
import type { Texts } from '../../rules.ts'
import { formOf } from '../form.tsx'
import { RuleGroup } from './RuleGroup.tsx'
import { changedGroup, typedGroup } from './rule-fields.ts'
import { TextsFields, textsOf } from './texts-fields.tsx'

export interface AudienceShown {
  names: Texts
  words: Texts
  group: ConditionGroup
  version: number
}

/** What the editor shows of a stored audience. */
export function shownOf(audience: { names: Texts; words: Texts; rule: unknown; version: number }): AudienceShown {
  return { ...audience, group: groupOf(Rule.catch({ any: [] }).parse(audience.rule)) }
}

/** What is typed in at the moment, with what the pressed button changes of the rule. */
export function typedOf(fields: Fields): AudienceShown {
  return {
    names: textsOf(fields, 'names'),
    words: textsOf(fields, 'words'),
    group: fields.has('change') ? changedGroup(fields) : typedGroup(fields),
    version: Number(fields.get('version')) || 1,
  }
}

/** What a save action is given. */
export function contentOf({ names, words, group }: AudienceShown) {
  return { names, words, rule: ruleOf(group) }
}

interface AudienceFormProps {
  call: PageCall
  shown: AudienceShown
  values: z.output<(typeof listFactValues)['output']>
}

/** Texts and the rule, with lines and groups of lines. */
export function AudienceForm({ call, shown, values }: AudienceFormProps) {
  const { t } = call
  const form = formOf(call, 'save')
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
        <input type="hidden" name="version" value={shown.version} />
        <RuleGroup call={call} group={shown.group} place={[]} values={values} />
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
