import { Button } from '../../../../ui/components/Button.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo } from '../../../../ui/page.ts'
import { claim } from '../operations/claim.ts'
import { askClaim, confirmClaim, readClaim } from '../operations/claim-by-mail.ts'

/** Takes earlier requests into one's account: one by reference and code, or all that were written with one's address. */
export const claimPage = definePage({
  path: '/requests/claim',
  requires: 'signed-in',
  get(call) {
    const { t, actor } = call
    const form = shownForm(t, call.form)
    return {
      title: t('requests.claim.title'),
      breadcrumbs: [
        { label: t('requests.mine.title'), href: call.url('/requests') },
        { label: t('requests.claim.title') },
      ],
      view: (
        <div class="narrow">
          <PageHead title={t('requests.claim.title')} lead={t('requests.claim.lead')} />
          <form method="post" class="stack" novalidate>
            <FormMessages t={t} form={form} />
            <TextInput
              {...form.field('reference', call.query['reference'])}
              label={t('requests.track.reference')}
              hint={t('requests.track.referenceHint')}
              width="short"
              autocomplete="off"
            />
            <TextInput
              {...form.field('code')}
              label={t('requests.track.code')}
              hint={t('requests.track.codeHint')}
              width="short"
              autocomplete="off"
            />
            <FormActions>
              <Button look="primary" icon="inbox">
                {t('requests.claim.take')}
              </Button>
            </FormActions>
          </form>
          <section class="section stack" aria-labelledby="claim-mail">
            <h2 id="claim-mail">{t('requests.claim.byMail')}</h2>
            <p>{t('requests.claim.byMailText', { email: actor.email ?? '' })}</p>
            <form method="post">
              <Button name="action" value="mail" icon="mail">
                {t('requests.claim.send')}
              </Button>
            </form>
          </section>
        </div>
      ),
    }
  },
  post: {
    async default(call, fields) {
      const { reference } = await call.run(claim, { reference: fields.get('reference'), code: fields.get('code') })
      return goTo(call.url(`/requests/${reference}`), 'requests.claim.done')
    },
    async mail(call) {
      await call.run(askClaim, {})
      return goTo(call.url('/requests/claim'), 'requests.claim.sent')
    },
  },
})

/** The link of the mail: shows what would be taken along, and takes it at the press of the button. */
export const claimProofPage = definePage({
  path: '/requests/claim/:token',
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const { requests } = await call.run(readClaim, { token: call.params['token'] as string })
    return {
      title: t('requests.claim.title'),
      noIndex: true,
      view: (
        <div class="narrow">
          <PageHead title={t('requests.claim.title')} />
          {requests.length === 0 ? (
            <EmptyState icon="inbox" title={t('requests.claim.nothing')}>
              <a href={call.url('/requests')}>{t('requests.mine.title')}</a>
            </EmptyState>
          ) : (
            <form method="post" class="stack">
              <ul class="stack tight">
                {requests.map((request) => (
                  <li key={request.reference}>
                    {request.subject} <span class="hint">{request.reference}</span>
                  </li>
                ))}
              </ul>
              <FormActions>
                <Button look="primary" icon="inbox">
                  {t('requests.claim.takeAll', { count: requests.length })}
                </Button>
              </FormActions>
            </form>
          )}
        </div>
      ),
    }
  },
  post: {
    async default(call) {
      await call.run(confirmClaim, { token: call.params['token'] as string })
      return goTo(call.url('/requests'), 'requests.claim.done')
    },
  },
})
