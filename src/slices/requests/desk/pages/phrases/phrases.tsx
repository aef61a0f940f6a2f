import { Notice } from '../../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../../ui/components/PageHead.tsx'
import { definePage, type Fields, goTo, type PageCall } from '../../../../../ui/page.ts'
import { LANGS_OF_ANSWERS } from '../../langs.ts'
import { dropPhrase } from '../../operations/drop-phrase.ts'
import { keepMacro } from '../../operations/keep-macro.ts'
import { keepTemplate } from '../../operations/keep-template.ts'
import { listChoices } from '../../operations/list-choices.ts'
import { listPhrases } from '../../operations/list-phrases.ts'
import { deskPage as frame } from '../desk-page.tsx'
import { macroSteps } from '../macro-form.ts'
import { MacroForm } from './MacroForm.tsx'
import { TemplateForm } from './TemplateForm.tsx'

const PATH = '/desk/phrases'

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
