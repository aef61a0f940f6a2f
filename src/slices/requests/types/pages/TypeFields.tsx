import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import type { TextKey } from '../../../../kernel/text.ts'
import { CheckboxField } from '../../../../ui/components/Checkbox.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { RequestType } from '../../request-type.ts'
import { LEVELS, PRIORITIES, STATES } from '../../rules.ts'
import type { listTypeParts } from '../operations/read-types.ts'

export interface TypeFieldsProps {
  call: PageCall
  form: ShownForm
  type: RequestType
  parts: z.output<typeof listTypeParts.output>
}

/** What it is called and when to choose it, in every language. */
export function Naming({ call: { t }, form, type }: TypeFieldsProps) {
  return (
    <Fieldset t={t} legend={t('requests.types.naming')} error={form.error('names')} asHeading id="names">
      <DataTable
        caption={t('requests.types.naming')}
        hideCaption
        rows={LANGS}
        rowKey={(lang) => lang}
        columns={[
          { title: t('requests.types.language'), head: true, cell: (lang) => t(`ui.inLanguage.${lang}` as TextKey) },
          {
            title: t('requests.types.name'),
            cell: (lang) => (
              <TextInput
                {...form.field(`names.${lang}`, type.names[lang])}
                label={`${t('requests.types.name')} (${lang})`}
                hideLabel
                optional
                lang={lang}
              />
            ),
          },
          {
            title: t('requests.types.words'),
            cell: (lang) => (
              <TextInput
                {...form.field(`words.${lang}`, type.words[lang])}
                label={`${t('requests.types.words')} (${lang})`}
                hideLabel
                optional
                lang={lang}
              />
            ),
          },
        ]}
      />
    </Fieldset>
  )
}

/** Who may write it and where, with which form, and who deals with it. */
export function Offering({ call: { t }, form, type, parts }: TypeFieldsProps) {
  const choices = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Fieldset t={t} legend={t('requests.types.offering')} asHeading id="offering">
      <div class="stack">
        <CheckboxField
          t={t}
          name="offered"
          checked={form.checked('offered', type.offered)}
          label={t('requests.types.offered')}
          hint={t('requests.types.offeredHint')}
        />
        <CheckboxField
          t={t}
          name="anonymous"
          checked={form.checked('anonymous', type.anonymous)}
          label={t('requests.types.anonymous')}
        />
        <CheckboxField
          t={t}
          name="confidential"
          checked={form.checked('confidential', type.confidential)}
          label={t('requests.types.confidential')}
          hint={t('requests.types.confidentialHint')}
        />
        <CheckboxField
          t={t}
          name="teamOnly"
          checked={form.checked('teamOnly', type.teamOnly)}
          label={t('requests.types.teamOnly')}
          hint={t('requests.types.teamOnlyHint')}
          error={form.error('teamOnly')}
        />
        <CheckboxGroup
          t={t}
          name="portals"
          legend={t('requests.types.portals')}
          hint={t('requests.types.portalsHint')}
          error={form.error('portals')}
          optional
          choices={parts.portals.map(({ key, name }) => ({ value: key, label: name }))}
          values={form.values('portals', type.portals)}
        />
        <Select
          {...form.field('audience', type.audience)}
          label={t('requests.types.audience')}
          empty={t('requests.types.everybody')}
          options={choices(parts.audiences)}
          optional
          width="medium"
        />
        <Select
          {...form.field('formKey', type.formKey)}
          label={t('requests.types.form')}
          hint={t('requests.types.formHint')}
          empty={t('requests.types.noForm')}
          options={parts.forms.map(({ key, name }) => ({ value: key, label: name }))}
          optional
          width="medium"
        />
        <Select
          {...form.field('team', type.team)}
          label={t('requests.types.team')}
          empty={t('requests.types.noTeam')}
          options={choices(parts.teams)}
          optional
          width="medium"
        />
        <TextInput
          {...form.field('position', String(type.position))}
          label={t('requests.types.position')}
          hint={t('requests.types.positionHint')}
          inputMode="numeric"
          width="short"
        />
        <CheckboxField
          t={t}
          name="retired"
          checked={form.checked('retired', type.retired)}
          label={t('requests.types.retired')}
          hint={t('requests.types.retiredHint')}
        />
      </div>
    </Fieldset>
  )
}

/** Priority by how many it hits and how pressing it is, and what is promised by priority. */
export function Promising({ call: { t }, form, type }: TypeFieldsProps) {
  const priorities = PRIORITIES.map((one) => ({ value: String(one), label: t(`requests.priority.${one}` as TextKey) }))
  const hours = (priority: number, what: 'answer' | 'solution') => {
    const minutes = type.targets[`${priority}` as '1']?.[what]
    return minutes ? String(minutes / 60) : ''
  }
  return (
    <>
      <Fieldset t={t} legend={t('requests.types.matrix')} hint={t('requests.types.matrixHint')} asHeading id="matrix">
        <DataTable
          caption={t('requests.types.matrix')}
          hideCaption
          rows={LEVELS}
          rowKey={(impact) => String(impact)}
          columns={[
            {
              title: t('requests.classify.impact'),
              head: true,
              cell: (impact) => t(`requests.classify.impact.${impact}` as TextKey),
            },
            ...LEVELS.map((urgency) => ({
              title: t(`requests.classify.urgency.${urgency}` as TextKey),
              cell: (impact: 1 | 2 | 3) => (
                <Select
                  {...form.field(
                    `matrix.${impact - 1}.${urgency - 1}`,
                    String(type.matrix[impact - 1]?.[urgency - 1] ?? type.priority),
                  )}
                  label={`${t(`requests.classify.impact.${impact}` as TextKey)}, ${t(`requests.classify.urgency.${urgency}` as TextKey)}`}
                  hideLabel
                  options={priorities}
                  width="short"
                />
              ),
            })),
          ]}
        />
        <Select
          {...form.field('priority', String(type.priority))}
          label={t('requests.types.priority')}
          hint={t('requests.types.priorityHint')}
          options={priorities}
          width="medium"
        />
      </Fieldset>
      <Fieldset
        t={t}
        legend={t('requests.types.targets')}
        hint={t('requests.types.targetsHint')}
        asHeading
        id="targets"
      >
        <DataTable
          caption={t('requests.types.targets')}
          hideCaption
          rows={PRIORITIES}
          rowKey={(priority) => String(priority)}
          columns={[
            {
              title: t('requests.types.priority'),
              head: true,
              cell: (priority) => t(`requests.priority.${priority}` as TextKey),
            },
            ...(['answer', 'solution'] as const).map((what) => ({
              title: t(what === 'answer' ? 'requests.types.answerIn' : 'requests.types.solvedIn'),
              cell: (priority: number) => (
                <TextInput
                  {...form.field(`targets.${priority}.${what}`, hours(priority, what))}
                  label={`${t(what === 'answer' ? 'requests.types.answerIn' : 'requests.types.solvedIn')}, ${t(`requests.priority.${priority}` as TextKey)}`}
                  hideLabel
                  optional
                  inputMode="decimal"
                  width="short"
                />
              ),
            })),
          ]}
        />
        <TextInput
          {...form.field('reopenDays', String(type.reopenDays))}
          label={t('requests.types.reopenDays')}
          inputMode="numeric"
          width="short"
        />
      </Fieldset>
    </>
  )
}

/** States in the customers' words. */
export function StateWords({ call: { t }, form, type }: TypeFieldsProps) {
  return (
    <Fieldset t={t} legend={t('requests.types.states')} hint={t('requests.types.statesHint')} asHeading id="states">
      <DataTable
        caption={t('requests.types.states')}
        hideCaption
        rows={STATES}
        rowKey={(state) => state}
        columns={[
          {
            title: t('requests.page.state'),
            head: true,
            cell: (state) => t(`requests.state.${state}` as TextKey),
          },
          ...LANGS.map((lang) => ({
            title: t(`ui.inLanguage.${lang}` as TextKey),
            cell: (state: (typeof STATES)[number]) => (
              <TextInput
                {...form.field(`stateWords.${state}.${lang}`, type.stateWords[state]?.[lang])}
                label={`${t(`requests.state.${state}` as TextKey)} (${lang})`}
                hideLabel
                optional
                lang={lang}
              />
            ),
          })),
        ]}
      />
    </Fieldset>
  )
}
