import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Instant } from '../../../kernel/schema.ts'
import type { Slice } from '../../../kernel/slice.ts'
import { definePage, type Page, type PageCall } from '../../../ui/page.ts'

/** Addresses in one site map at most (sitemaps.org); alternates make each some hundred bytes long. */
const MOST = 10_000

/**
 * Pages that only work for somebody; search engines are not to try them. Search, contact and sign-in may be found: people look for them
 * by name, and their canonical address leaves out whatever was asked.
 */
const PERSONAL = ['account', 'admin', 'desk', 'requests', 'sign-up', 'track']

/** For search engines: what may be visited, and everything there is to visit in a portal. */
export function siteMapPages(slices: readonly Slice[]): Page[] {
  const readSiteMap = defineOperation({
    name: 'web.readSiteMap',
    summary: 'Addresses of everything that a visitor may read in a portal',
    kind: 'query',
    channels: ['web'],
    requires: 'anyone',
    input: z.object({ part: z.number().int().min(0) }),
    output: z.object({
      entries: z.array(
        z.object({
          path: z.string(),
          lang: z.string(),
          updatedAt: Instant,
          alternates: z.array(z.object({ lang: z.string(), path: z.string() })).optional(),
        }),
      ),
      more: z.boolean(),
    }),
    async handle(ctx, { part }) {
      const entries = []
      let count = 0
      for (const { siteMap } of slices)
        for await (const batch of siteMap?.(ctx) ?? [])
          for (const entry of batch) {
            if (count >= (part + 1) * MOST) return { entries, more: true }
            if (count++ >= part * MOST) entries.push(entry)
          }
      return { entries, more: false }
    },
  })

  return [
    definePage({
      path: '/sitemap.xml',
      bare: true,
      async get(call) {
        const parts: number[] = []
        // Addresses are only counted here; a portal with more than a few parts is rare.
        for (let part = 0, more = true; more && part < 50; part++) {
          parts.push(part)
          more = (await call.run(readSiteMap, { part })).more
        }
        const maps = parts.map((part) => `<sitemap><loc>${partUrl(call, part)}</loc></sitemap>`)
        return xml(
          `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps.join('\n')}\n</sitemapindex>\n`,
        )
      },
    }),
    definePage({
      path: '/sitemap-:part(^\\d{1,4}).xml',
      bare: true,
      async get(call) {
        const part = Number(call.params['part'])
        const { entries } = await call.run(readSiteMap, { part })
        const home =
          part === 0 ? call.portal.langs.flatMap((lang) => [url(call, lang, ''), url(call, lang, '/help')]) : []
        const rows = [
          ...home.map((address) => `<url><loc>${text(address)}</loc></url>`),
          ...entries.map(({ path, lang, updatedAt, alternates = [] }) => {
            const links = alternates.map(
              (other) =>
                `<xhtml:link rel="alternate" hreflang="${other.lang}" href="${text(url(call, other.lang, other.path))}"/>`,
            )
            return `<url><loc>${text(url(call, lang, path))}</loc><lastmod>${updatedAt}</lastmod>${links.join('')}</url>`
          }),
        ]
        return xml(
          `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${rows.join('\n')}\n</urlset>\n`,
        )
      },
    }),
    definePage({
      path: '/robots.txt',
      bare: true,
      get: (call) => ({
        raw: [
          'User-agent: *',
          ...call.portal.langs.flatMap((lang) =>
            PERSONAL.map((page) => `Disallow: ${call.portal.base}/${lang}/${page}`),
          ),
          'Disallow: /api/',
          `Sitemap: ${call.origin}${call.portal.base}/sitemap.xml`,
          '',
        ].join('\n'),
        type: 'text/plain; charset=utf-8',
      }),
    }),
  ]
}

function url(call: PageCall, lang: string, path: string): string {
  return `${call.origin}${call.portal.base}/${lang}${path}`
}

function partUrl(call: PageCall, part: number): string {
  return text(`${call.origin}${call.portal.base}/sitemap-${part}.xml`)
}

function xml(content: string) {
  return { raw: `<?xml version="1.0" encoding="utf-8"?>\n${content}`, type: 'application/xml; charset=utf-8' }
}

function text(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
