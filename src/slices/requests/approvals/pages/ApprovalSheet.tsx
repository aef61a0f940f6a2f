import { Button } from '../../../../ui/components/Button.tsx'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { ChainPicture } from '../../process/pages/ProcessView.tsx'
import type { ApprovalView } from '../views.ts'

/** What is to be approved, for whom, at what cost, with the answers of the form. */
export function ApprovalFacts({ call, approval }: { call: PageCall; approval: ApprovalView }) {
  const { t, format } = call
  return (
    <DescriptionList
      facts={[
        { term: t('requests.approvals.whoAsks'), value: approval.requester?.name },
        { term: t('requests.approvals.forWhom'), value: approval.beneficiary?.name },
        approval.amount !== null && {
          term: t('requests.approvals.amount'),
          value: <b>{format.money(approval.amount)}</b>,
        },
        ...approval.shown.map(({ label, value }) => ({ term: label, value })),
        { term: t('requests.page.reference'), value: approval.reference },
        approval.inPlaceOf !== null && { term: t('requests.approvals.inPlaceOf'), value: approval.inPlaceOf },
        { term: t('requests.approvals.askedAt'), value: format.moment(approval.askedAt) },
      ]}
    />
  )
}

/** The decision: two taps, or a reason more when declining. Nothing to press when it has been decided. */
export function DecisionForm({ call, approval }: { call: PageCall; approval: ApprovalView }) {
  const { t, format } = call
  const form = shownForm(t, call.form, 'decide')
  if (!approval.isWaiting) return <Decided call={call} approval={approval} />
  return (
    <form method="post" class="card stack" novalidate>
      <FormMessages t={t} form={form} />
      {approval.lapse && (
        <Notice tone="info">
          {t(
            approval.lapse.outcome === 'approved'
              ? 'requests.approvals.lapseApproves'
              : 'requests.approvals.lapseDeclines',
            {
              moment: format.moment(approval.lapse.at),
            },
          )}
        </Notice>
      )}
      <input type="hidden" name="action" value="decide" />
      <Button look="primary" wide name="outcome" value="approved" icon="check">
        {t('requests.approvals.approve')}
      </Button>
      <Disclosure title={t('requests.approvals.orDecline')} open={form.errors.length > 0}>
        <div class="form">
          <TextArea
            {...form.field('reason')}
            label={t('requests.approvals.reason')}
            hint={t('requests.approvals.reasonHint')}
            rows={3}
            maxLength={2000}
            required={false}
          />
          <Button look="danger" wide name="outcome" value="declined" icon="x">
            {t('requests.approvals.decline')}
          </Button>
        </div>
      </Disclosure>
    </form>
  )
}

function Decided({ call: { t, format }, approval }: { call: PageCall; approval: ApprovalView }) {
  const { outcome, decidedBy, decidedAt } = approval
  const values = { name: decidedBy ?? '—', moment: decidedAt ? format.moment(decidedAt) : '' }
  if (decidedBy && (outcome === 'approved' || outcome === 'declined'))
    return (
      <Notice tone={outcome === 'approved' ? 'good' : 'warn'} title={t(`requests.approvals.was.${outcome}`, values)}>
        {approval.reason ? <q class="chain-reason">{approval.reason}</q> : null}
      </Notice>
    )
  return <Notice tone="info">{t('requests.approvals.notNeeded')}</Notice>
}

/** Who has decided before, who is asked now, who comes next. */
export function WholeChain({ call, approval }: { call: PageCall; approval: ApprovalView }) {
  return (
    <section class="stack" aria-labelledby="chain-title">
      <h2 id="chain-title">{call.t('requests.approvals.chain')}</h2>
      <ChainPicture call={call} chain={approval.chain} />
    </section>
  )
}
