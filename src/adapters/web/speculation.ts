import type { FastifyInstance } from 'fastify'

const PATH = '/speculation-rules.json'

/** Value of the header `speculation-rules` (HTML, 7.6.1): where the rules are. */
export const SPECULATION_HEADER = `"${PATH}"`

/**
 * Pages are fetched when a reader is about to follow a link, so that they seem to open at once. Not what costs or changes something:
 * downloads, feeds, the administration, and lists with a question in their address.
 */
const RULES = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          ...['/files/*', '/api/*', '/brand/*', '/*/admin*', '/*/sign-*', '/*.xml', '/*\\?*'].map((not) => ({
            not: { href_matches: not },
          })),
          { not: { selector_matches: '[download], [rel~="nofollow"], [target="_blank"]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
}

/** Serves the rules under their own address, because inline ones would need an exception from the security policy. */
export function registerSpeculation(app: FastifyInstance) {
  const body = JSON.stringify(RULES)
  app.get(PATH, (_request, reply) =>
    reply.type('application/speculationrules+json').header('cache-control', 'public, max-age=86400').send(body),
  )
}
