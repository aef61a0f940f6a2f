import { may } from '../../../kernel/actor.ts'
import type { Attention, Ctx } from '../../../kernel/ctx.ts'
import { inLang } from '../../../kernel/form/local-text.ts'
import type { NavigationItem } from '../../../kernel/slice.ts'
import { OVERSEE } from '../approvals/permission.ts'
import { listWaiting } from '../approvals/store/lists.ts'
import { substitutedBy } from '../approvals/store/substitutions.ts'
import { todayOf } from '../approvals/today.ts'
import { listItemsById } from './store/items.ts'

/** So many approvals stand on the home page at most. */
const SHOWN = 2

/** What waits for the actor's approval. */
export async function processAttention(ctx: Ctx): Promise<Attention[]> {
  const me = ctx.actor.personId
  if (me === null) return []
  const substituted = await substitutedBy(ctx.db, me, await todayOf(ctx))
  const asks = (await listWaiting(ctx.db, me, substituted, { after: null, limit: SHOWN })).slice(0, SHOWN)
  const items = await listItemsById(
    ctx.db,
    asks.map((ask) => ask.itemId),
  )
  return asks.map((ask) => ({
    title: inLang(items.get(ask.itemId)?.title, ctx.lang),
    label: ctx.t('requests.approvals.attention'),
    tone: 'warn',
    note: { kind: 'changed', at: ask.askedAt },
    path: `/approvals/${ask.id}`,
    action: ctx.t('requests.approvals.attentionAction'),
  }))
}

export const processNavigation: readonly NavigationItem[] = [
  {
    place: 'account',
    title: 'requests.approvals.title',
    path: '/approvals',
    icon: 'badge-check',
    order: 12,
    visible: ({ facts, ...actor }) =>
      facts.organisation.length > 0 || facts.team.length > 0 || may({ facts, ...actor }, OVERSEE),
  },
  {
    place: 'account',
    title: 'requests.tasks.title',
    path: '/tasks',
    icon: 'clipboard-check',
    order: 14,
    visible: ({ facts, ...actor }) => facts.team.length > 0 || may({ facts, ...actor }, OVERSEE),
  },
  {
    place: 'admin',
    title: 'requests.webhooks.title',
    path: '/admin/webhooks',
    icon: 'webhook',
    order: 70,
    group: 'requests.nav.group',
    visible: (actor) => may(actor, 'platform.manage'),
  },
]
