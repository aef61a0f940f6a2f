import type { ComponentChildren } from 'preact'
import type { Translate } from '../../kernel/text.ts'
import { Icon } from './Icon.tsx'

interface DialogProps {
  t: Translate
  id: string
  title: ComponentChildren
  children: ComponentChildren
}

/**
 * A question that must be answered first. Opened by `<button command="show-modal" commandfor={id}>`; what it asks is also a page of
 * its own, for browsers without that.
 */
export function Dialog({ t, id, title, children }: DialogProps) {
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-title`} closedby="any">
      <div class="dialog-body">
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
      </div>
      <form method="dialog">
        <button type="submit" class="dialog-close">
          <Icon name="x" />
          <span class="visually-hidden">{t('ui.close')}</span>
        </button>
      </form>
    </dialog>
  )
}
