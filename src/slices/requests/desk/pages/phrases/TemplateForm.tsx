import { Disclosure } from '../../../../../ui/components/Disclosure.tsx'
import { ErrorSummary } from '../../../../../ui/components/ErrorSummary.tsx'
import { TextArea } from '../../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import { LANGS_OF_ANSWERS } from '../../langs.ts'
import { type FormProps, formOf, HolderSelect, PhraseActions, type Phrases, PhraseTitle } from './phrase-parts.tsx'

/** An answer written beforehand. */
export function TemplateForm({
  call,
  template,
  ...rest
}: FormProps & { template: Phrases['templates'][number] | null }) {
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
