import type { TextKey, Translate } from '../../../../../kernel/text.ts'
import { DescriptionList } from '../../../../../ui/components/DescriptionList.tsx'
import { Disclosure } from '../../../../../ui/components/Disclosure.tsx'
import { ErrorSummary } from '../../../../../ui/components/ErrorSummary.tsx'
import { Select } from '../../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import { CLOSING_REASONS } from '../../../closing/closing.ts'
import { PRIORITIES } from '../../../rules.ts'
import { stepOf } from '../macro-form.ts'
import { type FormProps, formOf, HolderSelect, PhraseActions, type Phrases, PhraseTitle } from './phrase-parts.tsx'

/** Several steps at one stroke. */
export function MacroForm({ call, macro, ...rest }: FormProps & { macro: Phrases['macros'][number] | null }) {
  const { t } = call
  const { choices, phrases } = rest
  if (macro && !macro.mayChange) return <ReadOnlyMacro {...{ call, macro, ...rest }} />
  const form = formOf(call, 'macro', macro?.id ?? null)
  const id = macro?.id ?? 'new'
  const steps = stepOf(macro?.steps ?? [])
  const field = (name: string, initial: string | null | undefined) => ({
    ...form.field(name, initial),
    id: `m-${id}-${name}`,
  })
  return (
    <Disclosure
      title={macro ? <PhraseTitle {...{ call, phrase: macro, choices }} /> : t('requests.desk.macroNew')}
      open={form.errors.length > 0}
    >
      <form method="post" class="stack" novalidate>
        <ErrorSummary t={t} errors={form.errors} />
        {macro && <input type="hidden" name="id" value={macro.id} />}
        <TextInput
          {...field('name', macro?.name)}
          label={t('requests.desk.phraseName')}
          maxLength={100}
          width="medium"
        />
        <Select
          {...field('template', steps.template)}
          label={t('requests.desk.macro.answer')}
          empty="–"
          options={phrases.templates.map((one) => ({ value: one.id, label: one.name }))}
          width="medium"
        />
        <Select
          {...field('then', steps.afterwards)}
          label={t('requests.desk.macro.then')}
          options={(['waiting', 'solved', 'open'] as const).map((one) => ({
            value: one,
            label: t(`requests.desk.state.${one}`),
          }))}
          width="medium"
        />
        <TextArea {...field('note', steps.note)} label={t('requests.desk.note')} rows={2} optional />
        <Select
          {...field('assignee', steps.assignee)}
          label={t('requests.desk.assignee')}
          empty="–"
          options={[
            { value: 'me', label: t('requests.desk.me') },
            { value: 'nobody', label: t('requests.desk.nobody') },
            ...choices.agents.map((one) => ({ value: one.id, label: one.name })),
          ]}
          width="medium"
        />
        <Select
          {...field('toTeam', steps.team)}
          label={t('requests.desk.macro.toTeam')}
          empty="–"
          options={choices.teams.map((one) => ({ value: one.id, label: one.name }))}
          width="medium"
        />
        <Select
          {...field('priority', steps.priority)}
          label={t('requests.desk.priority')}
          empty="–"
          options={PRIORITIES.map((one) => ({
            value: String(one),
            label: t(`requests.desk.priority.${one}` as TextKey),
          }))}
          width="medium"
        />
        <Select
          {...field('state', steps.state)}
          label={t('requests.desk.state')}
          empty="–"
          options={(['open', 'waiting', 'solved', 'closed'] as const).map((one) => ({
            value: one,
            label: t(`requests.desk.state.${one}`),
          }))}
          width="medium"
        />
        <div class="stack macro-closing">
          <Select
            {...field('reason', steps.reason)}
            label={t('requests.closing.reason')}
            empty="–"
            options={CLOSING_REASONS.map((one) => ({ value: one, label: t(`requests.closing.reason.${one}`) }))}
            width="medium"
            optional
          />
          <TextInput
            {...field('reasonWords', steps.reasonWords)}
            label={t('requests.closing.words')}
            hint={t('requests.closing.wordsHint')}
            maxLength={300}
            optional
            width="medium"
          />
        </div>
        <TextInput
          {...field('tags', steps.tags)}
          label={t('requests.desk.macro.tags')}
          hint={t('requests.desk.tags.hint')}
          optional
          width="medium"
        />
        <HolderSelect {...{ call, ...rest }} {...field('holder', macro?.holder ?? 'me')} />
        <PhraseActions call={call} kind="macro" isNew={macro === null} />
      </form>
    </Disclosure>
  )
}

function ReadOnlyMacro({ call, macro, choices, phrases }: FormProps & { macro: Phrases['macros'][number] }) {
  const { t } = call
  const steps = stepOf(macro.steps)
  const named = (list: readonly { id: string; name: string }[], id: string | undefined) =>
    list.find((one) => one.id === id)?.name ?? id
  const does: [string, string | undefined][] = [
    [t('requests.desk.macro.answer'), named(phrases.templates, steps.template)],
    [t('requests.desk.note'), steps.note],
    [
      t('requests.desk.assignee'),
      steps.assignee === 'me'
        ? t('requests.desk.me')
        : steps.assignee === 'nobody'
          ? t('requests.desk.nobody')
          : named(choices.agents, steps.assignee),
    ],
    [
      t('requests.desk.macro.toTeam'),
      steps.team === 'nobody' ? t('requests.desk.noTeam') : named(choices.teams, steps.team),
    ],
    [t('requests.desk.priority'), steps.priority && t(`requests.desk.priority.${steps.priority}` as TextKey)],
    [t('requests.desk.state'), steps.state && t(`requests.desk.state.${steps.state}`)],
    [t('requests.closing.reasonShort'), reasonOf(t, steps)],
    [t('requests.desk.macro.tags'), steps.tags],
  ]
  return (
    <Disclosure title={<PhraseTitle call={call} phrase={macro} choices={choices} />}>
      <div class="stack">
        <DescriptionList facts={does.map(([term, value]) => ({ term, value }))} />
        <p class="small muted">{t('requests.desk.phraseOfLead')}</p>
      </div>
    </Disclosure>
  )
}

function reasonOf(t: Translate, { reason, reasonWords }: ReturnType<typeof stepOf>): string | undefined {
  const words = [reason && t(`requests.closing.reason.${reason}`), reasonWords].filter(Boolean)
  return words.length > 0 ? words.join(' – ') : undefined
}
