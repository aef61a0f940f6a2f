import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { definePage, type Fields, goTo, type PageCall, type PageView } from '../../../../ui/page.ts'
import { decideApproval } from '../operations/decide-approval.ts'
import { decideApprovalByLink } from '../operations/decide-approval-by-link.ts'
import { readApproval } from '../operations/read-approval.ts'
import { readApprovalByLink } from '../operations/read-approval-by-link.ts'
import type { ApprovalView } from '../views.ts'
import { ApprovalFacts, DecisionForm, WholeChain } from './ApprovalSheet.tsx'

/** One thing to approve. */
export const approvalPage = definePage({
  path: '/approvals/:id',
  requires: 'signed-in',
  async get(call) {
    const approval = await call.run(readApproval, { id: call.params['id'] ?? '' })
    return {
      ...sheet(call, approval),
      breadcrumbs: [
        { label: call.t('requests.approvals.title'), href: call.url('/approvals') },
        { label: approval.item },
      ],
    }
  },
  post: {
    async decide(call, fields) {
      await call.run(decideApproval, { id: call.params['id'] ?? '', ...decisionOf(fields) })
      return goTo(call.url('/approvals'), doneKey(fields))
    },
  },
})

/** Where the link of a mail leads. Looking at it decides nothing: mail scanners may. */
export const approveByLinkPage = definePage({
  path: '/approve/:link',
  open: true,
  layout: 'plain',
  async get(call) {
    const { me, ...approval } = await call.run(readApprovalByLink, { link: call.params['link'] ?? '' })
    return sheet(call, approval, me)
  },
  post: {
    async decide(call, fields) {
      await call.run(decideApprovalByLink, { link: call.params['link'] ?? '', ...decisionOf(fields) })
      return goTo(call.url(call.path), doneKey(fields))
    },
  },
})

function decisionOf(fields: Fields) {
  return {
    outcome: fields.get('outcome') as 'approved' | 'declined',
    ...(fields.get('outcome') === 'declined' ? { reason: fields.get('reason') } : {}),
  }
}

function doneKey(fields: Fields) {
  return fields.get('outcome') === 'approved' ? 'requests.approvals.youApproved' : 'requests.approvals.youDeclined'
}

function sheet(call: PageCall, approval: ApprovalView, me: string | null = null): PageView {
  const { t } = call
  return {
    title: approval.item,
    noIndex: true,
    view: (
      <div class="narrow stack loose">
        <PageHead
          title={approval.item}
          lead={
            approval.isWaiting
              ? t('requests.approvals.asks', { name: approval.requester?.name ?? t('requests.approvals.somebody') })
              : undefined
          }
        />
        {me && approval.isWaiting && <p class="muted">{t('requests.approvals.asPerson', { name: me })}</p>}
        <ApprovalFacts call={call} approval={approval} />
        <DecisionForm call={call} approval={approval} />
        <WholeChain call={call} approval={approval} />
      </div>
    ),
  }
}
