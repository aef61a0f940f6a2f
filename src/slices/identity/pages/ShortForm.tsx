import type { ComponentChildren } from 'preact'
import { Card } from '../../../ui/components/Card.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import type { FormShown } from './form.tsx'

interface ShortFormProps {
  title: string
  lead: ComponentChildren
  form: FormShown
  /** The buttons. */
  actions: ComponentChildren
  /** Another way, below the form. */
  below?: ComponentChildren
  children: ComponentChildren
}

/** A page with nothing but one short form: what it is for, what is to be mended, the form, and another way. */
export function ShortForm({ title, lead, form, actions, below, children }: ShortFormProps) {
  return (
    <div class="narrow stack">
      <PageHead title={title} lead={lead} />
      {form.summary}
      <Card>
        <form method="post" class="form">
          {children}
          <FormActions>{actions}</FormActions>
        </form>
      </Card>
      {below && <p>{below}</p>}
    </div>
  )
}
