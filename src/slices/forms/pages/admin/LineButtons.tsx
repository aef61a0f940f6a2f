import { Button } from '../../../../ui/components/Button.tsx'
import type { PageCall } from '../../../../ui/page.ts'

/** Up, down and away: the buttons of a line in a list. They save the form, with the line where it then is. */
export function LineButtons({
  call,
  name,
  n,
  last,
  about,
}: {
  call: PageCall
  name: string
  n: number
  last: boolean
  about: string
}) {
  const { t } = call
  return (
    <div class="builder-buttons">
      <Button name={`${name}.up`} value={String(n)} look="quiet" size="small" icon="arrow-up" disabled={n === 0}>
        <span class="visually-hidden">{t('forms.outline.up', { what: about })}</span>
      </Button>
      <Button name={`${name}.down`} value={String(n)} look="quiet" size="small" icon="arrow-down" disabled={last}>
        <span class="visually-hidden">{t('forms.outline.down', { what: about })}</span>
      </Button>
      <Button name={`${name}.remove`} value={String(n)} look="quiet" size="small" icon="trash-2">
        <span class="visually-hidden">{t('forms.outline.remove', { what: about })}</span>
      </Button>
    </div>
  )
}
