import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import { isFileKey } from '../../kernel/file-key.ts'
import type { StoredFile } from '../../kernel/files.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import { problemOf, STATUS } from '../http/problem.ts'
import type { HttpServices } from '../http/services.ts'

/** Types that a browser may show; everything else is offered for saving. None of them can run a script under the headers below. */
const SHOWN = new Set([
  'image/webp',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/avif',
  'application/pdf',
  'text/plain',
])
/** Widths in which pictures are offered. */
const WIDTHS = new Set([320, 640, 960, 1280, 1920])

/** Serves stored files below `/files/{id}/{name}`, to those who may read the thing that the file belongs to. */
export function registerFiles(app: FastifyInstance, services: HttpServices, sessionCookie: string) {
  const accessOf = Object.assign({}, ...services.slices.map((slice) => slice.fileAccess ?? {})) as Record<
    string,
    (ctx: never, file: StoredFile) => Promise<boolean>
  >

  app.get('/files/:id/:name', async (request, reply) => {
    try {
      return await serve(request, reply)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const t = services.texts('en')
      return reply
        .code(STATUS[error.code])
        .header('cache-control', 'no-store')
        .type('application/problem+json; charset=utf-8')
        .send(JSON.stringify(problemOf(error, t, request.id)))
    }
  })

  async function serve(request: FastifyRequest, reply: FastifyReply) {
    const { id } = request.params as { id: string }
    if (!/^[0-9a-f-]{36}$/i.test(id)) throw refuse.notFound()
    const [portal] = await services.identification.portals(services.db)
    const actor = await services.identification.identify(services.db, {
      channel: 'web',
      portal: portal?.key ?? '',
      session: request.cookies[sessionCookie],
      address: request.ip,
    })
    const files = services.filesFor(actor.personId)
    const file = await files.find(id)
    if (!file) throw refuse.notFound()
    const allowed = await services.runner.inCtx({ actor, lang: 'en' }, async (ctx) => {
      const kind = file.owner?.split(':')[0]
      const access = kind ? accessOf[kind] : undefined
      return access ? access(ctx as never, file) : false
    })
    if (!allowed && !isOwnUpload(file, actor) && !hasKey(request, services, id)) throw refuse.notFound()
    const etag = `"${file.sha256.slice(0, 32)}-${(request.query as { w?: string }).w ?? 'o'}"`
    reply.headers({
      etag,
      'cache-control': file.owner ? 'private, max-age=300, must-revalidate' : 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
    if (file.type === 'application/pdf') reply.removeHeader('content-security-policy')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const width = Number((request.query as { w?: string }).w)
    if (WIDTHS.has(width) && file.width !== null && file.width > width) {
      const rendition = await files.rendition(id, width)
      return reply.type(rendition.type).header('content-length', rendition.size).send(rendition.content)
    }
    reply
      .type(file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type)
      .header('content-length', file.size)
      .header('content-disposition', disposition(file))
    return reply.send(request.method === 'HEAD' ? '' : await files.open(id))
  }
}

/**
 * What somebody has just uploaded and not yet used may be seen by themselves: previews in forms and editors. Unclaimed files of others
 * were not found in the first place; those of visitors belong to nobody who could be told from others.
 */
function isOwnUpload(file: StoredFile, actor: Actor): boolean {
  return file.owner === null && actor.personId !== null
}

/** Addresses with a key were given to somebody who may read the file without being signed in. */
function hasKey(request: FastifyRequest, services: HttpServices, id: string): boolean {
  const { key } = request.query as { key?: unknown }
  return typeof key === 'string' && isFileKey(key, services.installation.secret, id, services.now())
}

function disposition(file: StoredFile): string {
  const kind = SHOWN.has(file.type) ? 'inline' : 'attachment'
  const plain = file.name.replace(/[^\w. -]/g, '_')
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`
}
