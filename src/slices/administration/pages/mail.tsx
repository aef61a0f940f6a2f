import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { definePage, goTo } from '../../../ui/page.ts'
import { readMail } from '../operations/read-mail.ts'
import { sendMailAgain } from '../operations/send-mail-again.ts'
import { MailStateTag } from './MailStateTag.tsx'

/** One mail, as its reader gets it. */
export const mailPage = definePage({
  path: '/admin/mails/:id',
  layout: 'admin',
  requires: 'platform.manage',
  async get(call) {
    const { t, format } = call
    const mail = await call.run(readMail, { id: call.params['id'] as string })
    const mayTryAgain = mail.sends && (mail.state === 'failed' || mail.state === 'kept')
    return {
      title: mail.subject,
      breadcrumbs: [
        { label: t('administration.mails.title'), href: call.url('/admin/mails') },
        { label: mail.subject },
      ],
      view: (
        <>
          <PageHead title={mail.subject} above={<MailStateTag t={t} state={mail.state} />} />
          <div class="columns">
            <div class="stack">
              {call.form?.message && (
                <Notice tone="warn" live>
                  {call.form.message}
                </Notice>
              )}
              {mail.error && (
                <Notice tone="bad" title={t('administration.mails.error')}>
                  {mail.error}
                </Notice>
              )}
              <Card>
                <p class="message-text break" lang={mail.lang}>
                  <Linked text={mail.text} />
                </p>
              </Card>
              {mayTryAgain && (
                <form method="post">
                  <Button look="primary" icon="send">
                    {t('administration.mails.again')}
                  </Button>
                </form>
              )}
            </div>
            <aside class="side">
              <Card title={t('administration.mails.facts')}>
                <DescriptionList
                  facts={[
                    { term: t('administration.mails.to'), value: mail.to },
                    { term: t('administration.mails.written'), value: format.moment(mail.createdAt) },
                    mail.sentAt !== null && { term: t('administration.mails.sent'), value: format.moment(mail.sentAt) },
                    { term: t('administration.mails.tries'), value: format.number(mail.tries) },
                  ]}
                />
              </Card>
            </aside>
          </div>
        </>
      ),
    }
  },
  post: {
    async default(call) {
      await call.run(sendMailAgain, { id: call.params['id'] as string })
      return goTo(call.url(call.path), 'administration.mails.queuedAgain')
    },
  },
})

/** A text with its addresses as links, as a mail program shows it. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, index) =>
        index % 2 === 1 ? (
          <a key={part} href={part} rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}
