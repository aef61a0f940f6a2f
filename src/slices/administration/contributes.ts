import { may } from '../../kernel/actor.ts'
import { lastBackup } from '../../kernel/backup.ts'
import type { NavigationItem, PersonalData, Readiness } from '../../kernel/slice.ts'
import { type LegalPage, organisationPages } from './organisation.ts'
import { deleteMailsTo, listMailsTo } from './store/personal.ts'

const item = (path: string, title: NavigationItem['title'], icon: string, order: number): NavigationItem => ({
  place: 'admin',
  title,
  path,
  icon,
  order,
  group: 'administration.nav.group',
  visible: (actor) => may(actor, 'platform.manage'),
})

export const navigation: readonly NavigationItem[] = [
  item('/admin/going-live', 'administration.ready.title', 'list-checks', 80),
  item('/admin/settings', 'administration.settings.title', 'settings', 81),
  item('/admin/mails', 'administration.mails.title', 'mail', 82),
  item('/admin/operation', 'administration.operation.title', 'gauge', 83),
]

/** A backup older than a week is hardly one. Milliseconds. */
const BACKUP_LASTS = 7 * 86_400_000

export const readiness: readonly Readiness[] = [
  {
    title: 'administration.ready.mail',
    hint: 'administration.ready.mailHint',
    path: '/admin/mails',
    done: async (ctx) => ctx.installation.sendsMail,
  },
  legalText('imprint', 'administration.ready.imprint'),
  legalText('privacy', 'administration.ready.privacy'),
  legalText('accessibility', 'administration.ready.accessibility'),
  {
    title: 'administration.ready.backup',
    hint: 'administration.ready.backupHint',
    path: '/admin/operation',
    async done(ctx) {
      const { at } = await ctx.settings.get(lastBackup)
      return at !== null && ctx.now().getTime() - Date.parse(at) < BACKUP_LASTS
    },
  },
  {
    title: 'administration.ready.address',
    hint: 'administration.ready.addressHint',
    path: '/admin/operation',
    done: async (ctx) => ctx.installation.url.startsWith('https://'),
  },
]

function legalText(page: LegalPage, title: Readiness['title']): Readiness {
  return {
    title,
    hint: 'administration.ready.legalHint',
    path: '/admin/settings',
    done: async (ctx) =>
      Object.values((await ctx.settings.get(organisationPages))[page] ?? {}).some((written) => written?.text),
  }
}

export const personalData: PersonalData = {
  tables: [
    {
      table: 'mails',
      purpose: 'To send mails, and to find out why one did not arrive.',
      retention: '30 days after sending, at most 90 days.',
    },
  ],
  export: async (ctx, personId) => ({ mails: await listMailsTo(ctx.db, personId) }),
  erase: (ctx, personId) => deleteMailsTo(ctx.db, personId),
}
