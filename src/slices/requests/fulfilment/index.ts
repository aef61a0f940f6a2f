import type { Operation } from '../../../kernel/operation.ts'
import { checkTask } from './operations/check-task.ts'
import { finishTask } from './operations/finish-task.ts'
import { helpTask } from './operations/help-task.ts'
import { listDeliveries } from './operations/list-deliveries.ts'
import { listTaskChoices } from './operations/list-task-choices.ts'
import { listTasks } from './operations/list-tasks.ts'
import { listWebhooks } from './operations/list-webhooks.ts'
import { readTask } from './operations/read-task.ts'
import { replayDelivery, testWebhook } from './operations/replay-delivery.ts'
import { changeWebhook, createWebhook, deleteWebhook, renewWebhookSecret } from './operations/save-webhook.ts'
import { takeTask } from './operations/take-task.ts'

export { FulfilmentPlan, NO_FULFILMENT } from './definition.ts'
export { deliverWebhook } from './deliver-webhook.ts'
export { taskNotifications } from './notifications.ts'
export { runEffect } from './run-effect.ts'
export { undoEffect, undoEffects } from './undo-effects.ts'

export const fulfilmentOperations: Operation[] = [
  listTasks,
  readTask,
  listTaskChoices,
  takeTask,
  checkTask,
  finishTask,
  helpTask,
  listWebhooks,
  createWebhook,
  changeWebhook,
  renewWebhookSecret,
  deleteWebhook,
  listDeliveries,
  replayDelivery,
  testWebhook,
]
