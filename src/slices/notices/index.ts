import type { NotificationSource } from '../../kernel/notifications.ts'
import type { PersonalData, Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { sendDigests } from './digest.ts'
import { notify } from './notify.ts'
import { countUnread } from './operations/count-unread.ts'
import { listNotifications } from './operations/list-notifications.ts'
import { markRead } from './operations/mark-read.ts'
import { preferenceOperations } from './operations/preferences.ts'
import { stopMails } from './operations/stop-mails.ts'
import { notificationsPage } from './pages/notifications.tsx'
import { offPage } from './pages/off.tsx'
import { preferencesPage } from './pages/preferences.tsx'
import { KEPT_DAYS } from './rules.ts'
import { deleteOf, deleteOld, listNotifications as listRows } from './store.ts'

export { countUnread } from './operations/count-unread.ts'
export { markRead } from './operations/mark-read.ts'

const personalData: PersonalData = {
  tables: [
    { table: 'notifications', purpose: 'To tell people what has happened to their things.', retention: '90 days.' },
    { table: 'notification_preferences', purpose: 'How somebody wants to be told.', retention: 'Until erased.' },
  ],
  export: async (ctx, personId) => ({
    notifications: await listRows(ctx.db, personId, { after: null, unread: false, limit: 1000 }),
  }),
  erase: (ctx, personId) => deleteOf(ctx.db, personId),
}

/** Tells people what the other slices say has happened: in the portal and by mail, as each of them wants it. */
export function noticesOver(sources: readonly NotificationSource[]): { slice: Slice; pages: readonly Page[] } {
  const preferences = preferenceOperations(sources.flatMap((source) => source.kinds))
  const slice: Slice = {
    name: 'notices',
    operations: [
      listNotifications,
      countUnread,
      markRead,
      preferences.readPreferences,
      preferences.setPreferences,
      stopMails,
    ],
    reactions: [
      {
        name: 'notices.notify',
        on: [...new Set(sources.flatMap((source) => source.on))],
        handle: (ctx, event) => notify(ctx, event, sources),
      },
    ],
    jobs: [
      {
        name: 'notices.digest',
        schedule: '0 5 * * *',
        timeout: 3600,
        async steps(inCtx) {
          while (await inCtx(sendDigests));
        },
      },
      {
        name: 'notices.forget',
        schedule: '17 3 * * *',
        handle: (ctx) => deleteOld(ctx.db, new Date(ctx.now().getTime() - KEPT_DAYS * 86_400_000)),
      },
    ],
    navigation: [
      {
        place: 'account',
        title: 'notices.title',
        path: '/notifications',
        icon: 'bell',
        order: 12,
        visible: (actor) => actor.personId !== null,
      },
    ],
    personalData,
  }
  return { slice, pages: [notificationsPage, preferencesPage(preferences), offPage] }
}
