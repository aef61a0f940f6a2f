import { Button } from '../../../../ui/components/Button.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { rate } from '../operations/rate.ts'
import { readRating } from '../operations/read-rating.ts'
import { RatingFields } from './RatingFields.tsx'

/** From the mail, without signing in. The address only chooses beforehand; the button rates. */
export const ratePage = definePage({
  path: '/rate/:link',
  open: true,
  layout: 'plain',
  get: show,
  post: {
    async default(call, fields) {
      const request = call.params['link'] as string
      await call.run(rate, { request, score: fields.get('score'), comment: fields.optional('comment') })
      return goTo(call.url(call.path), 'requests.rating.thanks')
    },
  },
})

async function show(call: PageCall): Promise<PageAnswer> {
  const { t } = call
  const { subject, reference, mayRate, rating } = await call.run(readRating, { request: call.params['link'] as string })
  const form = shownForm(t, call.form)
  const chosen = call.query['score'] ?? (rating ? String(rating.score) : null)
  return {
    title: t('requests.rating.title'),
    noIndex: true,
    view: (
      <div class="narrow">
        <PageHead title={t('requests.rating.title')} lead={`${subject} (${reference})`} />
        {mayRate ? (
          <form method="post" class="stack" novalidate>
            <FormMessages t={t} form={form} />
            <RatingFields t={t} form={form} score={chosen} comment={rating?.comment ?? null} />
            <FormActions>
              <Button look="primary" icon="send">
                {t(rating ? 'requests.rating.change' : 'requests.rating.send')}
              </Button>
            </FormActions>
          </form>
        ) : (
          <Notice tone="info">{t('requests.rating.notYet')}</Notice>
        )}
      </div>
    ),
  }
}
