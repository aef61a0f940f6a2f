import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from '../../../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../../../ui/components/FormActions.tsx'
import { Notice } from '../../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../../ui/components/PageHead.tsx'
import { type ShownForm, shownForm } from '../../../../../ui/form.ts'
import type { PageAnswer, PageCall } from '../../../../../ui/page.ts'
import { readForDesk } from '../../operations/read-for-desk.ts'
import type { DeskRequest } from '../case/CaseHead.tsx'
import { deskPage as frame } from '../desk-page.tsx'

/** Reference of the request that the step is about. */
export const referenceOf = (call: PageCall) => call.params['reference'] as string
/** Address of the request at the desk. */
export const caseOf = (call: PageCall, reference = referenceOf(call)) => call.url(`/desk/${reference}`)

/** The frame of a step: what it is about, one form, and the way back. */
export async function step(
  call: PageCall,
  title: string,
  lead: string,
  view: (request: DeskRequest, form: ShownForm) => ComponentChildren | Promise<ComponentChildren>,
): Promise<PageAnswer> {
  const request = await call.run(readForDesk, { reference: referenceOf(call) })
  const form = shownForm(call.t, call.form, call.form?.action)
  return frame(call, {
    title: `${title} – ${request.reference}`,
    filter: null,
    view: (
      <>
        <PageHead
          above={<a href={caseOf(call)}>{`${request.reference} · ${request.subject}`}</a>}
          title={title}
          lead={lead}
        />
        {call.form?.message && (
          <Notice tone="warn" live>
            {call.form.message}
          </Notice>
        )}
        <ErrorSummary t={call.t} errors={form.errors} />
        {await view(request, form)}
      </>
    ),
  })
}

/** The button of a step, and the way back without it. */
export function Actions({ call, label, action = 'default' }: { call: PageCall; label: string; action?: string }) {
  return (
    <FormActions reachable={false}>
      <Button look="primary" name="action" value={action}>
        {label}
      </Button>
      <LinkButton href={caseOf(call)} look="quiet">
        {call.t('requests.desk.backToCase')}
      </LinkButton>
    </FormActions>
  )
}
