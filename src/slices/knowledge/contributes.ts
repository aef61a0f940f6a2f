import { may } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'
import type { StoredFile } from '../../kernel/files.ts'
import type { FindableSource, NavigationItem, PersonalData, Readiness, SiteMapEntry } from '../../kernel/slice.ts'
import { listCategories } from './store/categories.ts'
import { findEditable } from './store/editable.ts'
import { listFindables, listFindablesOf, listIdsOf } from './store/findables.ts'
import { countReadable } from './store/list-articles.ts'
import { erasePerson, exportPerson } from './store/personal-data.ts'
import { findReadableById } from './store/read-article.ts'
import { listAddresses } from './store/site-map.ts'

const BATCH = 500

/** Articles for the search index: one thing to find for every published translation. */
export const findables: FindableSource = {
  on: [
    'article.published',
    'article.archived',
    'article.expired',
    'article.changed',
    'article.renamed',
    'article.rated',
    'articles.loaded',
    'category.changed',
    'product.changed',
  ],
  async *all(ctx) {
    let after: { id: string; lang: string } | null = null
    do {
      const { findables, next } = await listFindables(ctx, after, BATCH)
      if (findables.length > 0) yield findables
      after = next
    } while (after)
  },
  async of(ctx, event) {
    const ids = await idsOf(ctx, event)
    const found =
      ids.length > 0 ? Map.groupBy(await listFindablesOf(ctx, ids), (one) => one.group as string) : new Map()
    return ids.map((id) => ({ group: `article:${id}`, findables: found.get(`article:${id}`) ?? [] }))
  },
}

async function idsOf(ctx: Ctx, { subject, payload }: Event): Promise<string[]> {
  if (subject.kind === 'article') return [subject.id]
  if (subject.kind === 'category') return listIdsOf(ctx, { category: subject.id })
  if (subject.kind === 'product') return listIdsOf(ctx, { product: subject.id })
  return Array.isArray(payload['ids']) ? (payload['ids'] as string[]) : []
}

/** Files of an article are read by whoever may read the article, and by those who may edit it. */
export async function mayReadFile(ctx: Ctx, file: StoredFile): Promise<boolean> {
  const id = file.owner?.split(':')[1] ?? ''
  if (await findReadableById(ctx, { id, lang: ctx.lang })) return true
  return may(ctx.actor, 'knowledge.write') && (await findEditable(ctx, id)) !== undefined
}

/** Addresses for the site map of the portal that the actor is in: articles and categories. */
export async function* siteMap(ctx: Ctx): AsyncIterable<SiteMapEntry[]> {
  const categories = await listCategories(ctx, ctx.lang)
  yield categories.flatMap(({ slugs }) => entriesOf('/help/category/', slugs, ctx.now()))
  let after: string | null = null
  do {
    const rows: Awaited<ReturnType<typeof listAddresses>> = await listAddresses(ctx, after, BATCH)
    if (rows.length > 0) yield rows.flatMap((row) => entriesOf('/articles/', row.slugs, row.changed_at))
    after = rows.length === BATCH ? (rows.at(-1)?.id ?? null) : null
  } while (after)
}

function entriesOf(path: string, slugs: Record<string, string>, updatedAt: Date): SiteMapEntry[] {
  const all = Object.entries(slugs).map(([lang, slug]) => ({ lang, path: path + slug }))
  return all.map((one) => ({ ...one, updatedAt, ...(all.length > 1 ? { alternates: all } : {}) }))
}

/** What the slice keeps about persons. */
export const personalData: PersonalData = {
  tables: [
    { table: 'articles', purpose: 'Who owns and has checked an article', retention: 'As long as the article' },
    { table: 'article_versions', purpose: 'Who wrote which version', retention: 'As long as the article' },
    { table: 'article_publications', purpose: 'Who published', retention: 'As long as it is published' },
    { table: 'article_translations', purpose: 'Who submitted for review', retention: 'Until the next review' },
    { table: 'article_drafts', purpose: 'What somebody typed and has not saved', retention: 'Until saved or dropped' },
    { table: 'article_presence', purpose: 'Who has an article open', retention: 'A minute' },
    {
      table: 'article_feedback',
      purpose: 'Who has dealt with an answer of readers',
      retention: 'As long as the article',
    },
  ],
  export: exportPerson,
  erase: erasePerson,
}

/** Places in the administration. */
const places: (Pick<NavigationItem, 'path' | 'title' | 'icon' | 'order'> & { permission: string })[] = [
  {
    path: '/admin/articles',
    title: 'knowledge.nav.articles',
    icon: 'file-text',
    order: 10,
    permission: 'knowledge.write',
  },
  {
    path: '/admin/review',
    title: 'knowledge.nav.review',
    icon: 'clipboard-check',
    order: 11,
    permission: 'knowledge.review',
  },
  {
    path: '/admin/feedback',
    title: 'knowledge.nav.feedback',
    icon: 'thumbs-up',
    order: 12,
    permission: 'knowledge.write',
  },
  {
    path: '/admin/categories',
    title: 'knowledge.nav.categories',
    icon: 'folder-tree',
    order: 13,
    permission: 'knowledge.manage',
  },
]

export const navigation: NavigationItem[] = places.map(({ permission, ...item }) => ({
  ...item,
  place: 'admin',
  group: 'knowledge.nav.group',
  visible: (actor) => may(actor, permission),
}))

/** What should be there before the portal goes live. */
export const readiness: Readiness[] = [
  {
    title: 'knowledge.ready.title',
    hint: 'knowledge.ready.hint',
    path: '/admin/articles',
    done: async (ctx) => (await countReadable(ctx, { lang: ctx.lang })) >= 5,
  },
]
