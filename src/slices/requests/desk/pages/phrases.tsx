import type { z } from 'zod'
import type { TextKey, Translate } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { ErrorSummary } from '../../../../ui/components/ErrorSummary.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { type ShownForm, shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import { CLOSING_REASONS } from '../../closing/closing.ts'
import { PRIORITIES } from '../../rules.ts'
import { dropPhrase } from '../operations/drop-phrase.ts'
import { keepMacro } from '../operations/keep-macro.ts'
import { keepTemplate } from '../operations/keep-template.ts'
import { listChoices } from '../operations/list-choices.ts'
import { listPhrases } from '../operations/list-phrases.ts'
import { deskPage as frame } from './desk-page.tsx'
import { LANGS_OF_ANSWERS } from './known-errors.tsx'
import { macroSteps, stepOf } from './macro-form.ts'
import type { Choices } from './QueueList.tsx'

const PATH = '/desk/phrases'
type Phrases = z.output<typeof listPhrases.output>

/** What is written and done again and again, prepared once. */
export const phrasesPage = definePage({
  path: PATH,
  layout: 'work',
  requires: 'requests.work',
  async get(call) {
    const { t } = call
    const [phrases, choices] = await Promise.all([call.run(listPhrases, {}), call.run(listChoices, {})])
    return frame(call, {
      title: t('requests.desk.phrases'),
      filter: null,
      current: PATH,
      view: (
        <>
          <PageHead title={t('requests.desk.phrases')} lead={t('requests.desk.phrasesLead')} />
          {call.form?.message && (
            <Notice tone="warn" live>
              {call.form.message}
            </Notice>
          )}
          <section class="stack tight">
            <h2>{t('requests.desk.templates')}</h2>
            <p class="muted">{t('requests.desk.places')}</p>
            {[...phrases.templates, null].map((template) => (
              <TemplateForm key={template?.id ?? 'new'} {...{ call, template, choices, phrases }} />
            ))}
          </section>
          <section class="stack tight">
            <h2>{t('requests.desk.macros')}</h2>
            {[...phrases.macros, null].map((macro) => (
              <MacroForm key={macro?.id ?? 'new'} {...{ call, macro, choices, phrases }} />
            ))}
          </section>
        </>
      ),
    })
  },
  post: {
    async template(call, fields) {
      await call.run(keepTemplate, {
        id: fields.optional('id'),
        name: fields.get('name'),
        bodies: Object.fromEntries(LANGS_OF_ANSWERS.map((lang) => [lang, fields.get(`body.${lang}`)])),
        holder: fields.get('holder'),
      })
      return goTo(call.url(PATH), 'requests.desk.phraseKept')
    },
    async macro(call, fields) {
      await call.run(keepMacro, {
        id: fields.optional('id'),
        name: fields.get('name'),
        steps: macroSteps(fields),
        holder: fields.get('holder'),
      })
      return goTo(call.url(PATH), 'requests.desk.phraseKept')
    },
    'drop-template': (call, fields) => drop(call, fields, 'template'),
    'drop-macro': (call, fields) => drop(call, fields, 'macro'),
  },
})

async function drop(call: PageCall, fields: Fields, kind: 'template' | 'macro') {
  await call.run(dropPhrase, { kind, id: fields.get('id') })
  return goTo(call.url(PATH), 'requests.desk.phraseGone')
}

interface FormProps {
  call: PageCall
  choices: Choices
  phrases: Phrases
}

/** The form that was refused belongs to the phrase whose id it carries. */
function formOf(call: PageCall, action: string, id: string | null) {
  const isOwn = (call.form?.values['id'] ?? '') === (id ?? '')
  return shownForm(call.t, isOwn ? call.form : null, action)
}

function TemplateForm({ call, template, ...rest }: FormProps & { template: Phrases['templates'][number] | null }) {
  const { t } = call
  if (template && !template.mayChange) return <ReadOnlyTemplate {...{ call, template }} choices={rest.choices} />
  const form = formOf(call, 'template', template?.id ?? null)
  const id = template?.id ?? 'new'
  return (
    <Disclosure
      title={
        template ? (
          <PhraseTitle {...{ call, phrase: template, choices: rest.choices }} />
        ) : (
          t('requests.desk.templateNew')
        )
      }
      open={form.errors.length > 0}
    >
      <form method="post" class="stack" novalidate>
        <ErrorSummary t={t} errors={form.errors} />
        {template && <input type="hidden" name="id" value={template.id} />}
        <TextInput
          {...form.field('name', template?.name)}
          id={`t-${id}-name`}
          label={t('requests.desk.phraseName')}
          maxLength={100}
          width="medium"
        />
        {LANGS_OF_ANSWERS.map((lang) => (
          <TextArea
            key={lang}
            {...form.field(`body.${lang}`, template?.bodies[lang])}
            id={`t-${id}-${lang}`}
            label={t(`requests.desk.in.${lang}`)}
            lang={lang}
            rows={5}
            optional={lang !== 'de'}
            error={lang === 'de' ? form.error('bodies') : null}
          />
        ))}
        <HolderSelect
          {...{ call, ...rest }}
          id={`t-${id}-holder`}
          {...form.field('holder', template?.holder ?? 'me')}
        />
        <PhraseActions call={call} kind="template" isNew={template === null} />
      </form>
    </Disclosure>
  )
}

function MacroForm({ call, macro, ...rest }: FormProps & { macro: Phrases['macros'][number] | null }) {
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

/** Its name, and who has it. */
function PhraseTitle({
  call,
  phrase,
  choices,
}: Pick<FormProps, 'call' | 'choices'> & { phrase: { name: string; holder: string } }) {
  return (
    <span class="row">
      <b>{phrase.name}</b>
      <Tag icon={phrase.holder === 'me' ? 'lock' : 'users'}>{holderName(call, choices, phrase.holder)}</Tag>
    </span>
  )
}

function holderName({ t }: PageCall, { teams }: Choices, holder: string): string {
  if (holder === 'me') return t('requests.desk.onlyMe')
  return teams.find((team) => team.id === holder)?.name ?? t('requests.desk.allTeams')
}

/** Who is to have it; only what one may share with can be chosen. */
function HolderSelect({
  call,
  choices,
  phrases: { mayShare },
  ...field
}: FormProps & ReturnType<ShownForm['field']> & { id: string }) {
  const holders = ['me', ...(mayShare.everybody ? ['everybody'] : []), ...mayShare.teams]
  return (
    <Select
      {...field}
      label={call.t('requests.desk.phraseFor')}
      hint={holders.length === 1 ? call.t('requests.desk.phraseForHint') : null}
      options={holders.map((holder) => ({ value: holder, label: holderName(call, choices, holder) }))}
      width="medium"
    />
  )
}

/** What others keep up: to be read, so that one knows what it will say. */
function ReadOnlyTemplate({
  call,
  template,
  choices,
}: Pick<FormProps, 'call' | 'choices'> & { template: Phrases['templates'][number] }) {
  return (
    <Disclosure title={<PhraseTitle call={call} phrase={template} choices={choices} />}>
      <div class="stack">
        {LANGS_OF_ANSWERS.filter((lang) => template.bodies[lang]).map((lang) => (
          <div key={lang} class="stack tight">
            <h3>{call.t(`requests.desk.in.${lang}`)}</h3>
            <p class="message-text" lang={lang}>
              {template.bodies[lang]}
            </p>
          </div>
        ))}
        <p class="small muted">{call.t('requests.desk.phraseOfLead')}</p>
      </div>
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

function PhraseActions({ call, kind, isNew }: { call: PageCall; kind: 'template' | 'macro'; isNew: boolean }) {
  return (
    <div class="row">
      <Button name="action" value={kind}>
        {call.t('requests.desk.keepPhrase')}
      </Button>
      {!isNew && (
        <Button name="action" value={`drop-${kind}`} look="quiet">
          {call.t('requests.desk.dropPhrase')}
        </Button>
      )}
    </div>
  )
}
