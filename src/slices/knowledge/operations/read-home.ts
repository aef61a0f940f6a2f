import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Instant, LangSchema } from '../../../kernel/schema.ts'
import { homeOf, textIn } from '../../identity/index.ts'
import { findCategorySlugsByKey, findSlugsByKey } from '../store/home-links.ts'

const Link = z.object({ text: z.string(), path: z.string().describe('Path after the language') })

/** What the home page of the portal says. Links to what the reader may not read are left out. */
export const readHome = defineOperation({
  name: 'knowledge.readHome',
  summary: 'Read the home page of the portal: greeting, what to do at once, what many ask',
  kind: 'query',
  http: { method: 'GET', path: '/home' },
  channels: ['web', 'api'],
  requires: 'anyone',
  input: z.object({ lang: LangSchema.optional() }),
  output: z.object({
    greeting: z.string(),
    lead: z.string(),
    placeholder: z.string(),
    asked: z.array(Link),
    tiles: z.array(z.object({ icon: z.string(), title: z.string(), note: z.string(), path: z.string() })),
    popular: z.array(Link),
    attention: z
      .array(
        z.object({
          title: z.string(),
          label: z.string(),
          tone: z.enum(['accent', 'warn']),
          note: z.object({ kind: z.enum(['promised', 'changed']), at: Instant }),
          action: z.string().optional(),
          path: z.string(),
        }),
      )
      .describe('What of one’s own is waiting, when signed in'),
  }),
  examples: [{ title: 'In Greek', input: { lang: 'el' } }],
  async handle(ctx, { lang = ctx.lang }) {
    const home = await homeOf(ctx)
    const { asked = [], tiles = [], popular = [] } = home ?? {}
    const pathOf = await placesOf(
      ctx,
      [...asked, ...tiles, ...popular].map(({ link }) => link),
      lang,
    )
    const links = (entries: typeof asked) =>
      entries.flatMap(({ link, text }) => {
        const path = pathOf(link)
        return path ? [{ text: textIn(text, lang), path }] : []
      })
    return {
      greeting: textIn(home?.greeting, lang),
      lead: textIn(home?.lead, lang),
      placeholder: textIn(home?.placeholder, lang),
      asked: links(asked),
      popular: links(popular),
      attention: ctx.actor.personId ? (await Promise.all(ctx.attention.map((source) => source(ctx)))).flat() : [],
      tiles: tiles.flatMap(({ icon, link, title, note }) => {
        const path = pathOf(link)
        return path ? [{ icon, title: textIn(title, lang), note: textIn(note, lang), path }] : []
      }),
    }
  },
})

/** Where links that name things lead (`article:meter-reading`, `category:outages`, `search:words`, `page:/track`, `contact`). */
async function placesOf(ctx: Ctx, links: string[], lang: Lang): Promise<(link: string) => string | null> {
  const named = (kind: string) => links.filter((link) => link.startsWith(`${kind}:`)).map(nameIn)
  const articles = await findSlugsByKey(ctx, named('article'), lang)
  const categories = await findCategorySlugsByKey(ctx, named('category'), lang)
  return (link) => {
    const name = nameIn(link)
    if (link === 'contact') return '/contact'
    if (link.startsWith('search:')) return `/search?q=${encodeURIComponent(name)}`
    if (link.startsWith('page:')) return name.startsWith('/') ? name : `/${name}`
    if (link.startsWith('category:')) return under('/help/category/', categories.get(name))
    return under('/articles/', articles.get(name))
  }
}

function nameIn(link: string): string {
  return link.slice(link.indexOf(':') + 1)
}

function under(folder: string, slug: string | undefined): string | null {
  return slug === undefined ? null : folder + slug
}
