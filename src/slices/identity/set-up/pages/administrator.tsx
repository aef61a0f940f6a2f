import { brandOf, colourOf, hexOf } from '../../../../ui/brand.ts'
import { Card } from '../../../../ui/components/Card.tsx'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage, type PageCall } from '../../../../ui/page.ts'
import { cookiesOf } from '../../pages/signing-in.ts'
import { finishSetUp } from '../operations/finish-set-up.ts'
import { nameOfRegion } from '../regions.ts'
import type { Answers } from '../rules.ts'
import { answersBefore, languageName, StepView, secretCookie, secretOf, unlessOver } from './steps.tsx'

/** Who looks after the portal; with it everything that was answered before is put in force. */
export const administratorStep = definePage({
  path: '/set-up/administrator',
  open: true,
  layout: 'alone',
  async get(call) {
    const before = await answersBefore(call, 'administrator')
    if ('redirect' in before) return before
    const holidays = before.answers.organisation?.holidays
    const region = holidays ? await nameOfRegion(holidays, call.lang) : call.t('identity.setUp.holidays.none')
    return {
      title: call.t('identity.setUp.administrator.title'),
      noIndex: true,
      view: (
        <StepView call={call} step="administrator" last>
          {(form, t) => (
            <>
              <TextInput {...form.field('name')} label={t('identity.name')} autocomplete="name" />
              <TextInput {...form.field('email')} type="email" label={t('identity.email')} autocomplete="username" />
              <TextInput
                t={t}
                name="password"
                error={form.error('password')}
                type="password"
                label={t('identity.password')}
                hint={t('identity.password.hint')}
                autocomplete="new-password"
              />
              <Summary call={call} answers={before.answers} region={region} />
            </>
          )}
        </StepView>
      ),
    }
  },
  post: {
    default: (call, fields) =>
      unlessOver(call, async () => {
        const { keep } = await call.run(finishSetUp, {
          secret: secretOf(call),
          name: fields.get('name'),
          email: fields.get('email'),
          password: fields.get('password'),
          device: call.userAgent,
        })
        return {
          redirect: call.url('/admin/going-live'),
          flash: { kind: 'good', key: 'identity.setUp.done' },
          cookies: [...cookiesOf(keep), secretCookie('')],
        }
      }),
  },
})

/** What holds from now on, to be looked over once more. */
function Summary({ call, answers, region }: { call: PageCall; answers: Answers; region: string }) {
  const { t } = call
  const { organisation, languages, brand } = answers
  if (!organisation || !languages || !brand) return null
  const langs = [languages.first, ...languages.langs.filter((lang) => lang !== languages.first)]
  return (
    <Card title={t('identity.setUp.summary')}>
      <DescriptionList
        facts={[
          { term: t('identity.setUp.organisation.name'), value: organisation.name },
          { term: t('identity.setUp.timeZone'), value: organisation.timeZone.replaceAll('_', ' ') },
          { term: t('identity.setUp.holidays'), value: region },
          { term: t('identity.setUp.langs'), value: langs.map((lang) => languageName(call, lang)).join(', ') },
          {
            term: t('identity.setUp.employees'),
            value: t(languages.employees ? 'identity.setUp.employees.yes' : 'identity.setUp.employees.no'),
          },
          { term: t('identity.setUp.brand.name'), value: Object.values(brand.names).join(' · ') },
          { term: t('identity.setUp.accent'), value: <Accent call={call} wish={brand.accent} /> },
          brand.logo !== null && { term: t('identity.setUp.logo'), value: t('identity.setUp.logo.kept') },
        ]}
      />
    </Card>
  )
}

/** The colour as it will be used, and how well it can be read. */
function Accent({ call, wish }: { call: PageCall; wish: string }) {
  const { t, format } = call
  const brand = brandOf(colourOf(wish))
  const contrast = Math.floor(Math.min(brand.contrastLight, brand.contrastDark) * 10) / 10
  return (
    <>
      <svg width="32" height="20" aria-hidden="true">
        <rect width="32" height="20" rx="4" fill={hexOf(brand.accent)} />
      </svg>{' '}
      {t('identity.setUp.accent.contrast', { contrast: format.number(contrast) })}
      {brand.adjusted && ` ${t('identity.setUp.accent.adjusted')}`}
    </>
  )
}
