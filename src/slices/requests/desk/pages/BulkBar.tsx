import type { TextKey } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { CLOSING_REASONS } from '../../closing/closing.ts'
import { PRIORITIES } from '../../rules.ts'
import type { QueueFilter } from '../filter.ts'
import { onKey } from '../islands/desk/key-names.ts'
import { queryOf } from './filter-address.ts'
import type { Choices } from './QueueList.tsx'

interface BulkProps {
  call: PageCall
  filter: QueueFilter
  choices: Choices
}

/** Changes all rows that are chosen. Shown while one is. */
export function BulkBar({ call, filter, choices }: BulkProps) {
  const { t } = call
  const form = shownForm(t, call.form, 'bulk')
  const value = (name: string) => form.field(name).value
  return (
    <form
      id="bulk"
      method="post"
      action={`${call.url('/desk')}${queryOf(filter)}`}
      class="desk-bulk"
      aria-label={t('requests.desk.bulk')}
    >
      <Choice name="assignee" value={value('assignee')} label={t('requests.desk.assignee')} {...onKey('bulk')}>
        <option value="me">{t('requests.desk.me')}</option>
        <option value="nobody">{t('requests.desk.nobody')}</option>
        {choices.agents.map(optionOf)}
      </Choice>
      <Choice name="team" value={value('team')} label={t('requests.desk.team')}>
        {choices.teams.map(optionOf)}
      </Choice>
      <Choice name="priority" value={value('priority')} label={t('requests.desk.priority')}>
        {PRIORITIES.map((one) => (
          <option key={one} value={String(one)}>
            {t(`requests.desk.priority.${one}` as TextKey)}
          </option>
        ))}
      </Choice>
      <Choice name="state" value={value('state')} label={t('requests.desk.state')}>
        {(['open', 'waiting', 'solved', 'closed'] as const).map((one) => (
          <option key={one} value={one}>
            {t(`requests.desk.state.${one}` as TextKey)}
          </option>
        ))}
      </Choice>
      <div class="desk-bulk-closing">
        <Select
          {...form.field('reason')}
          label={t('requests.closing.reason')}
          hideLabel
          empty={`${t('requests.closing.reasonShort')} …`}
          options={CLOSING_REASONS.map((one) => ({ value: one, label: t(`requests.closing.reason.${one}`) }))}
          optional
        />
        <TextInput
          {...form.field('reasonWords')}
          label={t('requests.closing.words')}
          hideLabel
          placeholder={t('requests.closing.words')}
          maxLength={300}
          optional
        />
      </div>
      <label>
        <span class="visually-hidden">{t('requests.desk.addTag')}</span>
        <input
          class="input"
          name="addTags"
          value={value('addTags')}
          maxLength={40}
          placeholder={t('requests.desk.addTag')}
        />
      </label>
      {choices.macros.length > 0 && (
        <Choice name="macro" value={value('macro')} label={t('requests.desk.macro')}>
          {choices.macros.map(optionOf)}
        </Choice>
      )}
      <Button name="action" value="bulk" size="small" look="primary">
        {t('requests.desk.bulkGo')}
      </Button>
    </form>
  )
}

function optionOf({ id, name }: { id: string; name: string }) {
  return (
    <option key={id} value={id}>
      {name}
    </option>
  )
}

function Choice({
  name,
  value,
  label,
  children,
  ...rest
}: {
  name: string
  value: string
  label: string
  children: unknown
  'data-key'?: string
}) {
  return (
    <label>
      <span class="visually-hidden">{label}</span>
      <select class="input" name={name} value={value} {...rest}>
        <option value="">{label} …</option>
        {children as never}
      </select>
    </label>
  )
}
