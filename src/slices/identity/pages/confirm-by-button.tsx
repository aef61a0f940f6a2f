import { Button } from '../../../ui/components/Button.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import type { PageCall, PageView } from '../../../ui/page.ts'
import { formOf } from './form.tsx'

/** What a link in a mail opens. A button does it, so that mail scanners that follow links do not. */
export function confirmByButton(call: PageCall, { title, lead }: { title: string; lead: string }): PageView {
  return {
    title,
    noIndex: true,
    view: (
      <div class="narrow stack">
        <PageHead title={title} lead={lead} />
        {formOf(call).summary}
        <form method="post">
          <Button look="primary">{call.t('identity.confirm.do')}</Button>
        </form>
      </div>
    ),
  }
}
