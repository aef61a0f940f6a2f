import type { Operation } from '../../../kernel/operation.ts'
import type { PermissionDeclaration } from '../../../kernel/slice.ts'
import { decideApproval } from './operations/decide-approval.ts'
import { decideApprovalByLink } from './operations/decide-approval-by-link.ts'
import { endSubstitution } from './operations/end-substitution.ts'
import { listApprovals } from './operations/list-approvals.ts'
import { listSubstituteChoices } from './operations/list-substitute-choices.ts'
import { listSubstitutions } from './operations/list-substitutions.ts'
import { nameSubstitute } from './operations/name-substitute.ts'
import { previewApproval } from './operations/preview-approval.ts'
import { readApproval } from './operations/read-approval.ts'
import { readApprovalByLink } from './operations/read-approval-by-link.ts'
import { OVERSEE } from './permission.ts'

export { checkConditions, conditionFields } from './conditions.ts'
export { ApprovalChain, NO_APPROVAL } from './definition.ts'
export { approvalReactions } from './events.ts'
export { approvalDeadline, replaceApprover } from './jobs.ts'
export { declinesOfRequest } from './mails.ts'
export { approvalNotifications } from './notifications.ts'

export const approvalOperations: Operation[] = [
  listApprovals,
  readApproval,
  decideApproval,
  readApprovalByLink,
  decideApprovalByLink,
  listSubstitutions,
  listSubstituteChoices,
  nameSubstitute,
  endSubstitution,
  previewApproval,
]

export const approvalPermissions: PermissionDeclaration[] = [{ name: OVERSEE, title: 'requests.permission.oversee' }]
