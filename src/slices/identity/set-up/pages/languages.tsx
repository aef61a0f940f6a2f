import { isLang, LANGS, type Lang } from '../../../../kernel/lang.ts'
import { CheckboxGroup, RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { definePage } from '../../../../ui/page.ts'
import { answerSetUp } from '../operations/answer-set-up.ts'
import { answersBefore, languageName, StepView, secretOf, stepUrl, unlessOver } from './steps.tsx'

/** In which languages the portal speaks, and whether there is one for employees. */
export const languagesStep = definePage({
  path: '/set-up/languages',
  open: true,
  layout: 'alone',
  async get(call) {
    const before = await answersBefore(call, 'languages')
    if ('redirect' in before) return before
    const given = before.answers.languages
    const choices = LANGS.map((lang) => ({ value: lang, label: languageName(call, lang) }))
    return {
      title: call.t('identity.setUp.languages.title'),
      noIndex: true,
      view: (
        <StepView call={call} step="languages">
          {(form, t) => (
            <>
              <CheckboxGroup
                t={t}
                name="languages.langs"
                legend={t('identity.setUp.langs')}
                hint={t('identity.setUp.langs.hint')}
                error={form.error('languages.langs')}
                values={form.values('languages.langs', given?.langs ?? [call.lang])}
                choices={choices}
              />
              <RadioGroup
                t={t}
                name="languages.first"
                legend={t('identity.setUp.first')}
                hint={t('identity.setUp.first.hint')}
                error={form.error('languages.first')}
                value={form.values('languages.first', [given?.first ?? call.lang]).at(-1)}
                choices={choices}
              />
              <RadioGroup
                t={t}
                name="languages.employees"
                legend={t('identity.setUp.employees')}
                error={form.error('languages.employees')}
                value={form.values('languages.employees', [given?.employees ? 'yes' : 'no']).at(-1)}
                choices={[
                  { value: 'no', label: t('identity.setUp.employees.no'), hint: t('identity.setUp.employees.noHint') },
                  {
                    value: 'yes',
                    label: t('identity.setUp.employees.yes'),
                    hint: t('identity.setUp.employees.yesHint'),
                  },
                ]}
              />
            </>
          )}
        </StepView>
      ),
    }
  },
  post: {
    default: (call, fields) =>
      unlessOver(call, async () => {
        await call.run(answerSetUp, {
          secret: secretOf(call),
          languages: {
            langs: fields.all('languages.langs').filter(isLang),
            first: fields.get('languages.first') as Lang,
            employees: fields.get('languages.employees') === 'yes',
          },
        })
        return { redirect: stepUrl(call, 'brand') }
      }),
  },
})
