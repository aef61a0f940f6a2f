import type { FastifyInstance } from 'fastify'

/** Headers that say something about documents, and nothing about a style, a script or a typeface. */
const ABOUT_DOCUMENTS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'permissions-policy',
  'referrer-policy',
  'x-frame-options',
  'x-request-id',
]

/** Spares the files of a page the headers of a page: ten files would carry 8 kB of them. */
export function leanHeaders(scope: FastifyInstance) {
  scope.addHook('onSend', async (_request, reply) => {
    for (const name of ABOUT_DOCUMENTS) reply.removeHeader(name)
  })
}
