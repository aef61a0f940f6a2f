import { Button } from '../../../../ui/components/Button.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage } from '../../../../ui/page.ts'
import { beginSetUp } from '../operations/begin-set-up.ts'
import { readSetUp } from '../operations/read-set-up.ts'
import { secretCookie, secretOf, stepUrl, unlessOver } from './steps.tsx'

/** The first page of a new installation: asks for the code that its start printed. */
export const beginPage = definePage({
  path: '/set-up',
  open: true,
  layout: 'alone',
  async get(call) {
    const { t } = call
    const { answers } = await call.run(readSetUp, { secret: secretOf(call) || null })
    if (answers) return { redirect: stepUrl(call, 'organisation') }
    const form = shownForm(t, call.form)
    return {
      title: t('identity.setUp.title'),
      noIndex: true,
      view: (
        <div class="narrow stack">
          <PageHead title={t('identity.setUp.title')} lead={t('identity.setUp.lead')} />
          <form method="post" class="stack" novalidate>
            <FormMessages t={t} form={form} />
            <TextInput
              {...form.field('code')}
              label={t('identity.setUp.code')}
              hint={t('identity.setUp.code.hint')}
              autocomplete="one-time-code"
              autocapitalize="characters"
              spellcheck={false}
              width="medium"
            />
            <p class="muted small">
              {t('identity.setUp.code.lost')} <code>npm run theke -- user set-up-code</code>
            </p>
            <FormActions>
              <Button look="primary">{t('identity.setUp.begin')}</Button>
            </FormActions>
          </form>
        </div>
      ),
    }
  },
  post: {
    default: (call, fields) =>
      unlessOver(call, async () => {
        const { secret } = await call.run(beginSetUp, { code: fields.get('code') })
        return { redirect: stepUrl(call, 'organisation'), cookies: [secretCookie(secret)] }
      }),
  },
})
