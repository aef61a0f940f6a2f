import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { answerables } from './answerables/index.ts'
import {
  approvalDeadline,
  approvalNotifications,
  approvalOperations,
  approvalPermissions,
  approvalReactions,
  replaceApprover,
} from './approvals/index.ts'
import { askCallback } from './callbacks/operations/ask-callback.ts'
import { listSlots } from './callbacks/operations/list-slots.ts'
import { callbackPage } from './callbacks/pages/callback.tsx'
import { claim } from './claims/operations/claim.ts'
import { askClaim, confirmClaim, readClaim } from './claims/operations/claim-by-mail.ts'
import { claimPage, claimProofPage } from './claims/pages/claim.tsx'
import { attention, findables, mayReadFile, navigation, personalData, readiness } from './contributes.ts'
import { demo } from './demo.ts'
import {
  deskJobs,
  deskLive,
  deskNavigation,
  deskNotifications,
  deskOperations,
  deskPages,
  deskPermissions,
  deskReactions,
  incidentBanners,
  incidentFindables,
  requestOrigin,
} from './desk/index.ts'
import { reactions } from './events.ts'
import { openRequests } from './flow-lookup.ts'
import { requestTarget } from './flow-target.ts'
import { deliverWebhook, fulfilmentOperations, runEffect, taskNotifications, undoEffect } from './fulfilment/index.ts'
import { jobs } from './jobs.ts'
import { listSavedViews, removeView, saveView } from './lists/operations/views.ts'
import { notifications } from './notifications.ts'
import { close } from './operations/close.ts'
import { listCounters } from './operations/list-counters.ts'
import { listMine } from './operations/list-mine.ts'
import { openForm } from './operations/open-form.ts'
import { read } from './operations/read.ts'
import { readHours } from './operations/read-hours.ts'
import { reopen } from './operations/reopen.ts'
import { reply } from './operations/reply.ts'
import { setHours } from './operations/set-hours.ts'
import { track } from './operations/track.ts'
import { whenBack } from './operations/when-back.ts'
import { withdraw } from './operations/withdraw.ts'
import { write } from './operations/write.ts'
import { contactKindPage, contactPage } from './pages/contact.tsx'
import { hoursPage } from './pages/hours.tsx'
import { minePage } from './pages/mine.tsx'
import { requestPage, trackedPage } from './pages/request.tsx'
import { trackPage } from './pages/track.tsx'
import {
  processAttention,
  processNavigation,
  processOperations,
  processPages,
  processReactions,
} from './process/index.ts'
import { promiseJobs } from './promises/jobs.ts'
import { classify } from './promises/operations/classify.ts'
import { setPromise } from './promises/operations/set-promise.ts'
import { rate } from './ratings/operations/rate.ts'
import { readRating } from './ratings/operations/read-rating.ts'
import { ratePage } from './ratings/pages/rate.tsx'
import { readRetention, setRetention } from './retention/operations.ts'
import { retentionPage } from './retention/page.tsx'
import { forgetVisitors, privacyNotes } from './retention/retention.ts'
import { listReaders } from './sharing/operations/list-readers.ts'
import { share } from './sharing/operations/share.ts'
import { unshare } from './sharing/operations/unshare.ts'
import { listOffered } from './types/operations/list-offered.ts'
import { listTypeParts, listTypesForEditing, readType } from './types/operations/read-types.ts'
import { changeType, createType } from './types/operations/save-type.ts'
import { newTypePage, typePage } from './types/pages/type.tsx'
import { typesPage } from './types/pages/types.tsx'
import { beginForm } from './writing/begin-form.ts'
import { readAnswers } from './writing/read-answers.ts'
import { readHandOver } from './writing/read-hand-over.ts'
import { solveBefore } from './writing/solve-before.ts'

export { ApprovalChain, checkConditions, conditionFields, declinesOfRequest, NO_APPROVAL } from './approvals/index.ts'
export { whyClosed } from './closing/closing.ts'
export { findIncident, type Incident } from './desk/index.ts'
export { seenAtDesk } from './desk/store/desk.ts'
export { FulfilmentPlan, NO_FULFILMENT, undoEffects } from './fulfilment/index.ts'
export { timeZoneOf } from './hours.ts'
export { openRequest } from './open-request.ts'
export { whenBack } from './operations/when-back.ts'
export { backText } from './pages/back-text.ts'
export {
  beginProcess,
  ChainEditor,
  ChainPicture,
  cancelProcessItem,
  chainOf,
  chainPreview,
  listProcessChoices,
  PlanEditor,
  type ProcessChoices,
  type ProcessItem,
  type ProcessItemView,
  ProcessView,
  planOf,
  readProcess,
  WorkPicture,
} from './process/index.ts'
export { type WorkingDays, workingDaysOf } from './promises/working-days.ts'
export { insertEntry as addEntry } from './store/entries.ts'
export { promisedAtOf } from './store/requests.ts'

/** Everything that somebody has to deal with: messages, their timeline, the desk, and when people are there. */
export const requests: Slice = {
  name: 'requests',
  operations: [
    openForm,
    write,
    listMine,
    read,
    track,
    reply,
    withdraw,
    close,
    reopen,
    share,
    unshare,
    listReaders,
    rate,
    readRating,
    listSavedViews,
    saveView,
    removeView,
    listOffered,
    claim,
    askClaim,
    readClaim,
    confirmClaim,
    listSlots,
    askCallback,
    beginForm,
    readAnswers,
    readHandOver,
    solveBefore,
    listTypesForEditing,
    readType,
    listTypeParts,
    createType,
    changeType,
    setPromise,
    classify,
    whenBack,
    ...deskOperations,
    ...processOperations,
    ...approvalOperations,
    ...fulfilmentOperations,
    listCounters,
    readHours,
    setHours,
    readRetention,
    setRetention,
  ],
  permissions: [
    ...deskPermissions,
    ...approvalPermissions,
    { name: 'requests.organisation', title: 'requests.permission.organisation' },
    { name: 'requests.manage', title: 'requests.permission.manage' },
  ],
  reactions: [...reactions, ...processReactions, ...approvalReactions, ...deskReactions],
  privacyNotes,
  jobs: [
    ...jobs,
    forgetVisitors,
    ...promiseJobs,
    approvalDeadline,
    replaceApprover,
    deliverWebhook,
    runEffect,
    undoEffect,
    ...deskJobs,
  ],
  navigation: [...navigation, ...processNavigation, ...deskNavigation],
  flowLookups: [openRequests],
  flowTargets: [requestTarget],
  findables: [findables, incidentFindables],
  banners: incidentBanners,
  changesPages: [
    'incident.announced',
    'incident.ended',
    'known-error.solved',
    'request-type.changed',
    'request-retention.changed',
  ],
  attention: async (ctx) => [...(await processAttention(ctx)), ...(await attention(ctx))],
  live: [deskLive],
  answerables,
  notifications: [notifications, approvalNotifications, taskNotifications, deskNotifications],
  articleOrigins: { request: requestOrigin },
  personalData,
  fileAccess: { request: mayReadFile },
  readiness,
  demo,
}

/** The pages of the slice. */
export const requestsPages: Page[] = [
  contactPage,
  contactKindPage,
  trackPage,
  trackedPage,
  claimPage,
  claimProofPage,
  callbackPage,
  minePage,
  requestPage,
  ratePage,
  ...processPages,
  ...deskPages,
  hoursPage,
  retentionPage,
  typesPage,
  newTypePage,
  typePage,
]
