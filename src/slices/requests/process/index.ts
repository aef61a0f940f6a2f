import type { Operation } from '../../../kernel/operation.ts'
import type { Page } from '../../../ui/page.ts'
import { approvalPage, approveByLinkPage } from '../approvals/pages/approval.tsx'
import { approvalsPage } from '../approvals/pages/approvals.tsx'
import { substitutesPage } from '../approvals/pages/substitutes.tsx'
import { taskPage } from '../fulfilment/pages/task.tsx'
import { tasksPage } from '../fulfilment/pages/tasks.tsx'
import { webhookPage } from '../fulfilment/pages/webhook.tsx'
import { webhooksPage } from '../fulfilment/pages/webhooks.tsx'
import { listProcessChoices } from './operations/list-process-choices.ts'
import { readProcess } from './operations/read-process.ts'
import { readTypeProcess, setTypeProcess } from './operations/type-process.ts'
import { typeProcessPage } from './pages/type-process.tsx'

export { beginProcess, type ProcessItem } from './begin.ts'
export { cancelProcessItem } from './cancel-item.ts'
export { processAttention, processNavigation } from './contributes.ts'
export { processReactions } from './events.ts'
export { listProcessChoices, type ProcessChoices } from './operations/list-process-choices.ts'
export { type ProcessItemView, readProcess } from './operations/read-process.ts'
export { ChainEditor } from './pages/ChainEditor.tsx'
export { chainOf } from './pages/chain-fields.ts'
export { chainPreview } from './pages/chain-preview.tsx'
export { PlanEditor } from './pages/PlanEditor.tsx'
export { ChainPicture, ProcessView, WorkPicture } from './pages/ProcessView.tsx'
export { planOf } from './pages/plan-fields.ts'

export const processOperations: Operation[] = [readProcess, listProcessChoices, readTypeProcess, setTypeProcess]

/** Pages of approvals and fulfilment. The more exact address comes first. */
export const processPages: Page[] = [
  approvalsPage,
  substitutesPage,
  approvalPage,
  approveByLinkPage,
  tasksPage,
  taskPage,
  webhooksPage,
  webhookPage,
  typeProcessPage,
]
