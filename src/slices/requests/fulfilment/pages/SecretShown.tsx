import { LinkButton } from '../../../../ui/components/Button.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import type { PageCall } from '../../../../ui/page.ts'

/** The secret of a web hook, once. */
export function SecretShown({ call: { t }, secret, href }: { call: PageCall; secret: string; href: string }) {
  return (
    <div class="narrow stack">
      <PageHead title={t('requests.webhooks.secretTitle')} />
      <Notice tone="good" title={t('requests.webhooks.secretOnce')} live>
        <p>
          <code class="break">{secret}</code>
        </p>
        <p>{t('requests.webhooks.secretHow')}</p>
      </Notice>
      <p>
        <LinkButton look="primary" href={href}>
          {t('requests.webhooks.goOn')}
        </LinkButton>
      </p>
    </div>
  )
}
