import type { z } from 'zod'
import type { TextKey } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { ErrorSummary } from '../../../../ui/components/ErrorSummary.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
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
              <TemplateForm key={template?.id ?? 'new'} call={call} template={template} choices={choices} />
            ))}
          </section>
          <section class="stack tight">
            <h2>{t('requests.desk.macros')}</h2>
            {[...phrases.macros, null].map((macro) => (
              <MacroForm
                key={macro?.id ?? 'new'}
                call={call}
                macro={macro}
                choices={choices}
                templates={phrases.templates}
              />
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
        team: fields.optional('team') ?? null,
      })
      return goTo(call.url(PATH), 'requests.desk.phraseKept')
    },
    async macro(call, fields) {
      await call.run(keepMacro, {
        id: fields.optional('id'),
        name: fields.get('name'),
        steps: macroSteps(fields),
        team: fields.optional('team') ?? null,
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
}

/** The form that was refused belongs to the phrase whose id it carries. */
function formOf(call: PageCall, action: string, id: string | null) {
  const isOwn = (call.form?.values['id'] ?? '') === (id ?? '')
  return shownForm(call.t, isOwn ? call.form : null, action)
}

function TemplateForm({ call, template, choices }: FormProps & { template: Phrases['templates'][number] | null }) {
  const { t } = call
  const form = formOf(call, 'template', template?.id ?? null)
  const id = template?.id ?? 'new'
  return (
    <Disclosure title={template?.name ?? t('requests.desk.templateNew')} open={form.errors.length > 0}>
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
        <TeamSelect call={call} choices={choices} id={`t-${id}-team`} value={template?.team ?? null} />
        <PhraseActions call={call} kind="template" isNew={template === null} />
      </form>
    </Disclosure>
  )
}

function MacroForm({
  call,
  macro,
  choices,
  templates,
}: FormProps & { macro: Phrases['macros'][number] | null; templates: Phrases['templates'] }) {
  const { t } = call
  const form = formOf(call, 'macro', macro?.id ?? null)
  const id = macro?.id ?? 'new'
  const steps = stepOf(macro?.steps ?? [])
  const field = (name: string, initial: string | null | undefined) => ({
    ...form.field(name, initial),
    id: `m-${id}-${name}`,
  })
  return (
    <Disclosure title={macro?.name ?? t('requests.desk.macroNew')} open={form.errors.length > 0}>
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
          options={templates.map((one) => ({ value: one.id, label: one.name }))}
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
        <TextInput
          {...field('tags', steps.tags)}
          label={t('requests.desk.macro.tags')}
          hint={t('requests.desk.tags.hint')}
          optional
          width="medium"
        />
        <TeamSelect call={call} choices={choices} id={`m-${id}-team`} value={macro?.team ?? null} />
        <PhraseActions call={call} kind="macro" isNew={macro === null} />
      </form>
    </Disclosure>
  )
}

function TeamSelect({ call, choices, id, value }: FormProps & { id: string; value: string | null }) {
  return (
    <Select
      t={call.t}
      name="team"
      id={id}
      label={call.t('requests.desk.phraseFor')}
      empty={call.t('requests.desk.allTeams')}
      options={choices.teams.map((one) => ({ value: one.id, label: one.name }))}
      value={value}
      width="medium"
    />
  )
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
