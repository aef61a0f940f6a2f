import { may } from '../../../kernel/actor.ts'
import type { Operation } from '../../../kernel/operation.ts'
import type { NavigationItem, PermissionDeclaration } from '../../../kernel/slice.ts'
import type { Page } from '../../../ui/page.ts'
import { LEAD } from './leading.ts'
import { addNote } from './operations/add-note.ts'
import { announce } from './operations/announce.ts'
import { answer } from './operations/answer.ts'
import { answerKnownError } from './operations/answer-known-error.ts'
import { attach } from './operations/attach.ts'
import { change } from './operations/change.ts'
import { changeMany } from './operations/change-many.ts'
import { changeRequester } from './operations/change-requester.ts'
import { changeState } from './operations/change-state.ts'
import { countQueues } from './operations/count-queues.ts'
import { dropPhrase } from './operations/drop-phrase.ts'
import { dropView } from './operations/drop-view.ts'
import { fillTemplate } from './operations/fill-template.ts'
import { joinIncident } from './operations/join-incident.ts'
import { keepMacro } from './operations/keep-macro.ts'
import { keepTemplate } from './operations/keep-template.ts'
import { keepView } from './operations/keep-view.ts'
import { listAudiences } from './operations/list-audiences.ts'
import { listChoices } from './operations/list-choices.ts'
import { listKnownErrors } from './operations/list-known-errors.ts'
import { listPeople } from './operations/list-people.ts'
import { listPhrases } from './operations/list-phrases.ts'
import { listQueue } from './operations/list-queue.ts'
import { merge } from './operations/merge.ts'
import { raiseKnownError } from './operations/raise-known-error.ts'
import { readContext } from './operations/read-context.ts'
import { readForDesk } from './operations/read-for-desk.ts'
import { readIncident } from './operations/read-incident.ts'
import { readKnownError } from './operations/read-known-error.ts'
import { runMacro } from './operations/run-macro.ts'
import { searchHelp } from './operations/search-help.ts'
import { setAssignment } from './operations/set-assignment.ts'
import { setSkills } from './operations/set-skills.ts'
import { sitDown } from './operations/sit-down.ts'
import { split } from './operations/split.ts'
import { take } from './operations/take.ts'
import { unmerge } from './operations/unmerge.ts'
import { watch } from './operations/watch.ts'
import { withdrawAnnouncement } from './operations/withdraw-announcement.ts'
import { writeForSomebody } from './operations/write-for-somebody.ts'
import { deskPage } from './pages/desk.tsx'
import { deskRequestPage } from './pages/desk-request.tsx'
import { incidentPage } from './pages/incident.tsx'
import { knownErrorPage } from './pages/known-errors/known-error.tsx'
import { knownErrorsPage } from './pages/known-errors/known-errors.tsx'
import { newRequestPage } from './pages/new-request.tsx'
import { peoplePage } from './pages/people.tsx'
import { phrasesPage } from './pages/phrases/phrases.tsx'
import { stepPages } from './pages/steps.tsx'

export const deskOperations: Operation[] = [
  listQueue,
  countQueues,
  listChoices,
  readForDesk,
  readContext,
  answer,
  addNote,
  changeState,
  take,
  change,
  changeMany,
  keepView,
  dropView,
  fillTemplate,
  runMacro,
  searchHelp,
  sitDown,
  watch,
  announce,
  answerKnownError,
  attach,
  changeRequester,
  dropPhrase,
  joinIncident,
  keepMacro,
  keepTemplate,
  listAudiences,
  listKnownErrors,
  listPeople,
  listPhrases,
  merge,
  raiseKnownError,
  readIncident,
  readKnownError,
  setAssignment,
  setSkills,
  split,
  unmerge,
  withdrawAnnouncement,
  writeForSomebody,
]

export { requestOrigin } from './article-origin.ts'
export { findIncident, type Incident, incidentBanners, incidentFindables } from './incidents.ts'
export { deskJobs } from './jobs.ts'
export { deskLive } from './live.ts'
export { deskNotifications } from './notifications.ts'
export { deskReactions } from './reactions.ts'

export const deskPages: Page[] = [
  deskPage,
  newRequestPage,
  peoplePage,
  phrasesPage,
  knownErrorsPage,
  knownErrorPage,
  ...stepPages,
  deskRequestPage,
  incidentPage,
]

export const deskPermissions: PermissionDeclaration[] = [
  { name: 'requests.work', title: 'requests.permission.work' },
  { name: LEAD, title: 'requests.permission.lead' },
]

/** Ways to the desk: from one's own menu, and from the administration. */
export const deskNavigation: NavigationItem[] = [
  {
    place: 'account',
    title: 'requests.nav.desk',
    path: '/desk',
    icon: 'headset',
    order: 5,
    visible: (actor) => may(actor, 'requests.work'),
  },
  {
    place: 'admin',
    title: 'requests.nav.desk',
    path: '/desk',
    icon: 'inbox',
    order: 5,
    visible: (actor) => may(actor, 'requests.work'),
  },
]
