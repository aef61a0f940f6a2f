import { refuse } from '../../../kernel/refusal.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { definePage, goTo } from '../../../ui/page.ts'
import { stopMails } from '../operations/stop-mails.ts'

/**
 * The link at the end of a mail. Looking at it changes nothing, because programs follow links; mail programs that know how send the form
 * themselves (RFC 8058).
 */
export const offPage = definePage({
  path: '/notifications/off/:link',
  // Whoever has the link has the mail.
  open: true,
  layout: 'plain',
  get(call) {
    const { t } = call
    if (!/^[\w-]{43}\.[\w.-]+$/.test(call.params['link'] ?? '')) throw refuse.notFound()
    return {
      title: t('notices.off.title'),
      noIndex: true,
      view: (
        <div class="narrow stack">
          <PageHead title={t('notices.off.title')} lead={t('notices.off.lead')} />
          <form method="post" class="row">
            <Button look="primary">{t('notices.off.do')}</Button>
          </form>
        </div>
      ),
    }
  },
  post: {
    async default(call) {
      await call.run(stopMails, { link: call.params['link'] ?? '' })
      return goTo(call.url('/'), 'notices.off.done')
    },
  },
})
