import { may } from '../../../kernel/actor.ts'
import type { Operation } from '../../../kernel/operation.ts'
import type { NavigationItem, PermissionDeclaration } from '../../../kernel/slice.ts'
import type { Page } from '../../../ui/page.ts'
import { addNote } from './operations/add-note.ts'
import { answer } from './operations/answer.ts'
import { changeState } from './operations/change-state.ts'
import { listQueue } from './operations/list-queue.ts'
import { readForDesk } from './operations/read-for-desk.ts'
import { take } from './operations/take.ts'
import { deskPage } from './pages/desk.tsx'
import { deskRequestPage } from './pages/desk-request.tsx'

export const deskOperations: Operation[] = [listQueue, readForDesk, answer, addNote, changeState, take]

export { deskLive } from './live.ts'

export const deskPages: Page[] = [deskPage, deskRequestPage]

export const deskPermissions: PermissionDeclaration[] = [{ name: 'requests.work', title: 'requests.permission.work' }]

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
