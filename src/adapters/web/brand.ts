import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Portal } from '../../kernel/identification.ts'
import { isLang, type Lang } from '../../kernel/lang.ts'
import { brandStyles } from '../../ui/brand.ts'
import type { HttpServices } from '../http/services.ts'
import { localUrl } from './page-call.ts'
import { appIcon, initialIcon } from './shell/app-icon.ts'
import { appManifest } from './shell/app-manifest.ts'

const SIZES = [180, 192, 512]

/** `{portal}.css`, `{portal}.webmanifest`, `{portal}.svg`, `{portal}-180.png`, `{portal}-512-maskable.png` */
const NAME = /^([a-z0-9-]+?)(?:\.(css|webmanifest|svg)|-(\d+)(-maskable)?\.png)$/

/** Serves what follows from a portal's brand: its colours, and how it looks when installed as an app. */
export function registerBrand(app: FastifyInstance, services: HttpServices) {
  const pictures = new Map<string, Promise<Buffer>>()

  app.get('/brand/:name', async (request, reply) => {
    const { name } = request.params as { name: string }
    const { v, lang } = request.query as { v?: string; lang?: string }
    const [, key, ending, size, maskable] = NAME.exec(name) ?? []
    const portals = await services.identification.portals(services.db)
    const portal = portals.find((one) => one.key === key)
    if (!portal) return reply.code(404).type('text/plain; charset=utf-8').send('Not found')
    reply.header('cache-control', v === portal.brandVersion ? 'public, max-age=31536000, immutable' : 'no-cache')
    switch (ending) {
      case 'css':
        return reply.type('text/css; charset=utf-8').send(brandStyles(portal.accent))
      case 'svg':
        return icon(portal, reply)
      case 'webmanifest':
        return reply
          .type('application/manifest+json; charset=utf-8')
          .send(JSON.stringify(manifestFor(portal, isLang(lang) ? lang : (portal.langs[0] ?? 'de'))))
      default:
        if (!SIZES.includes(Number(size))) return reply.code(404).send('')
        return reply.type('image/png').send(await picture(portal, Number(size), maskable !== undefined))
    }
  })

  /** The tab's icon: the logo itself, or the first letter of the portal's name. */
  function icon(portal: Portal, reply: FastifyReply) {
    if (portal.logoUrl) return reply.redirect(portal.logoUrl)
    return reply.type('image/svg+xml').send(initialIcon(nameOf(portal), portal.accent))
  }

  /** Drawn once per version of the brand. */
  function picture(portal: Portal, size: number, maskable: boolean): Promise<Buffer> {
    const id = `${portal.key} ${portal.brandVersion} ${size} ${maskable}`
    let made = pictures.get(id)
    if (!made) {
      if (pictures.size > 100) pictures.clear()
      made = draw(portal, size, maskable)
      made.catch(() => pictures.delete(id))
      pictures.set(id, made)
    }
    return made
  }

  async function draw(portal: Portal, size: number, maskable: boolean): Promise<Buffer> {
    const answer = portal.logoUrl ? await app.inject({ url: portal.logoUrl }) : null
    const logo = answer?.statusCode === 200 ? answer.rawPayload : null
    return appIcon({ logo, name: nameOf(portal), brand: portal.accent, size, maskable })
  }
}

function manifestFor(portal: Portal, lang: Lang) {
  const base = portal.isDefault ? '' : `/${portal.key}`
  const icons = SIZES.flatMap((size) => [
    { src: `/brand/${portal.key}-${size}.png?v=${portal.brandVersion}`, size, maskable: false },
    ...(size === 512
      ? [{ src: `/brand/${portal.key}-512-maskable.png?v=${portal.brandVersion}`, size, maskable: true }]
      : []),
  ])
  return appManifest({
    name: nameOf(portal, lang),
    lang,
    home: localUrl(base, lang, '/'),
    scope: `${base}/`,
    brand: portal.accent,
    icons,
  })
}

function nameOf(portal: Portal, lang?: Lang): string {
  return (lang && portal.names[lang]) ?? portal.names[portal.langs[0] ?? 'de'] ?? portal.key
}
