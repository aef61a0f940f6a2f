import type { ComponentChildren } from 'preact'
import { Button } from '../../../../ui/components/Button.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'

interface ChangeFormProps {
  call: PageCall
  shown: ShownForm
  /** What it does. */
  change: 'setForm' | 'setPage' | 'setField'
  /** The version that it changes. */
  version: number
  /** The page or the field that it is about. */
  at?: string
  children: ComponentChildren
}

/** The form around what is being worked on. Every button in it saves, so that nothing typed is lost. */
export function ChangeForm({ call: { t }, shown, change, version, at, children }: ChangeFormProps) {
  return (
    <form method="post" class="stack" novalidate>
      {/* The Enter key presses the first button, which must not be one that removes or moves something. */}
      <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <FormMessages t={t} form={shown} />
      <input type="hidden" name="action" value={change} />
      <input type="hidden" name="base" value={version} />
      {at !== undefined && <input type="hidden" name="at" value={at} />}
      {children}
      <FormActions reachable={false}>
        <Button look="primary" icon="save">
          {t('forms.change.save')}
        </Button>
      </FormActions>
    </form>
  )
}
