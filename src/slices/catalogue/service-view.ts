import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { LANGS } from '../../kernel/lang.ts'
import type { Findable } from '../../kernel/search.ts'
import { audienceWords, namesOfPersons } from '../identity/index.ts'
import { type Definition, textsIn } from './content.ts'
import { listCurrent } from './store/announcements.ts'
import type { Service } from './store/services.ts'
import { AnnouncementView, announcementView, cardOf, ServiceCard } from './views.ts'

/** Articles that are offered beside a service at most. */
const MOST_RELATED = 5

/** Why somebody may not order a service, and how they might. */
const Why = z.object({
  audience: z.string().describe('The audience that may order it'),
  words: z.string().describe('What was written about that audience'),
  rule: z.array(z.string()).describe('Its rule, one line a condition'),
  owner: z.string().nullable(),
  access: z.string().describe('How to get access'),
  signIn: z.boolean().describe('Nobody is signed in: that may be all there is to it'),
})

/** A service with everything that is said of it. */
export const ServiceView = ServiceCard.extend({
  version: z.number(),
  description: z.string().describe('Markdown'),
  included: z.array(z.string()),
  prerequisites: z.string().describe('Markdown'),
  owner: z.string().nullable(),
  mostAtOnce: z.number(),
  noticeDays: z.number(),
  formKey: z.string().nullable(),
  why: Why.nullable().describe('Null when it may be ordered'),
  related: z.array(z.object({ title: z.string(), url: z.string(), lang: z.string() })),
  announcements: z.array(AnnouncementView),
})
export type ServiceView = z.output<typeof ServiceView>

export async function serviceView(ctx: Ctx, service: Service): Promise<z.input<typeof ServiceView>> {
  const { definition } = service
  const texts = textsIn(definition, ctx.lang)
  const { ownerId } = definition
  const owner = ownerId ? ((await namesOfPersons(ctx, [ownerId])).get(ownerId) ?? null) : null
  const announcements = await listCurrent(ctx, { serviceId: service.id })
  const planned = await listCurrent(ctx, { serviceId: service.id, planned: true })
  return {
    ...cardOf(ctx, service),
    version: service.version,
    description: texts.description,
    included: texts.included,
    prerequisites: texts.prerequisites,
    owner,
    mostAtOnce: definition.mostAtOnce,
    noticeDays: definition.noticeDays,
    formKey: definition.formKey,
    why: service.mayOrder ? null : await whyNot(ctx, definition, owner),
    related: relatedTo(ctx, definition),
    announcements: [...announcements, ...planned].map((one) => announcementView(ctx, one)),
  }
}

/** The rule in words, its owner and how to get access. */
export async function whyNot(ctx: Ctx, definition: Definition, owner: string | null): Promise<z.infer<typeof Why>> {
  const audience = definition.audienceId ? await audienceWords(ctx, definition.audienceId) : undefined
  return {
    audience: audience?.name ?? '',
    words: audience?.words ?? '',
    rule: audience?.rule ?? [],
    owner,
    access: textsIn(definition, ctx.lang).access,
    signIn: ctx.actor.personId === null,
  }
}

/** Articles that its editors chose, filled up with what the search finds for its name; only what the reader may read. */
export function relatedTo(ctx: Ctx, definition: Definition): z.infer<typeof ServiceView>['related'] {
  const chosen = definition.related.flatMap((group) => {
    const doc = [ctx.lang, ...LANGS].map((lang) => ctx.search.get(`${group}:${lang}`)).find(Boolean)
    return doc && isReadable(ctx, doc) ? [doc] : []
  })
  const { name, keywords } = textsIn(definition, ctx.lang)
  const found = ctx.search
    .search({
      text: [name, ...keywords].join(' '),
      lang: ctx.lang,
      audiences: ctx.actor.audiences,
      kinds: ['article'],
      filters: { portal: [ctx.actor.portal, '*'] },
      limit: MOST_RELATED,
    })
    .hits.filter((hit) => hit.confidence > NEAR)
    .map((hit) => hit.doc)
  const all = new Map([...chosen, ...found].map((doc) => [doc.group ?? doc.id, doc]))
  return [...all.values()].slice(0, MOST_RELATED).map(({ title, url, lang }) => ({ title, url, lang }))
}

/** What is less like it than this is left out. */
const NEAR = 0.2

function isReadable({ actor }: Ctx, doc: Findable): boolean {
  const portals = doc.facets?.['portal'] ?? ['*']
  return (
    (doc.audience === null || actor.audiences.has(doc.audience)) &&
    (portals.includes('*') || portals.includes(actor.portal))
  )
}
