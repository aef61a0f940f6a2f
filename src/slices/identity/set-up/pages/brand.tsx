import { isLang } from '../../../../kernel/lang.ts'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage, type Fields } from '../../../../ui/page.ts'
import { answerSetUp } from '../operations/answer-set-up.ts'
import { readSetUp } from '../operations/read-set-up.ts'
import { answersBefore, languageName, StepView, secretOf, stepUrl, unlessOver } from './steps.tsx'

/** The colour of a portal that has none of its own. */
const ACCENT = '#00616b'
const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp']

/** What the portal is called and how it looks. */
export const brandStep = definePage({
  path: '/set-up/brand',
  open: true,
  layout: 'alone',
  uploads: {
    types: LOGO_TYPES,
    // Before the code is typed, nobody's files are taken.
    from: async (call) => (await call.run(readSetUp, { secret: secretOf(call) || null })).answers !== null,
  },
  async get(call) {
    const before = await answersBefore(call, 'brand')
    if ('redirect' in before) return before
    const { brand, organisation, languages } = before.answers
    const langs = languages?.langs ?? []
    return {
      title: call.t('identity.setUp.brand.title'),
      noIndex: true,
      view: (
        <StepView call={call} step="brand" files>
          {(form, t) => {
            const kept = form.values('logo.kept', brand?.logo ? [brand.logo] : []).at(-1)
            return (
              <>
                {langs.map((lang) => (
                  <TextInput
                    key={lang}
                    {...form.field(`brand.names.${lang}`, brand?.names[lang] ?? organisation?.name)}
                    label={
                      langs.length === 1
                        ? t('identity.setUp.brand.name')
                        : t('identity.setUp.brand.nameIn', { language: languageName(call, lang) })
                    }
                    hint={lang === langs[0] ? t('identity.setUp.brand.nameHint') : undefined}
                    lang={lang}
                  />
                ))}
                <TextInput
                  {...form.field('brand.accent', brand?.accent ?? ACCENT)}
                  type="color"
                  label={t('identity.setUp.accent')}
                  hint={t('identity.setUp.accent.hint')}
                  width="short"
                />
                {kept && <Notice tone="good">{t('identity.setUp.logo.kept')}</Notice>}
                {kept && <input type="hidden" name="logo.kept" value={kept.slice(0, 36)} />}
                <FileInput
                  t={t}
                  name="logo"
                  label={t('identity.setUp.logo')}
                  hint={t('identity.setUp.logo.hint')}
                  error={form.error('logo') ?? form.error('brand.logo')}
                  accept={LOGO_TYPES.join(',')}
                  optional
                />
              </>
            )
          }}
        </StepView>
      ),
    }
  },
  post: {
    default: (call, fields) =>
      unlessOver(call, async () => {
        await call.run(answerSetUp, {
          secret: secretOf(call),
          brand: {
            names: namesOf(fields),
            accent: fields.get('brand.accent'),
            logo: fields.files('logo')[0]?.id ?? fields.optional('logo.kept') ?? null,
          },
        })
        return { redirect: stepUrl(call, 'administrator') }
      }),
  },
})

/** Names by language; those left empty are left out, and asked for where they are needed. */
function namesOf(fields: Fields) {
  return Object.fromEntries(
    ['de', 'en', 'el'].filter(isLang).flatMap((lang) => {
      const name = fields.get(`brand.names.${lang}`).trim()
      return name === '' ? [] : [[lang, name]]
    }),
  )
}
