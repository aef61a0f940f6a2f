import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, anonymous } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { TextKey } from '../../kernel/text.ts'
import type { HttpServices } from '../http/services.ts'
import { type Located, localUrl } from './page-call.ts'
import { renderPage } from './render.tsx'
import { renderView } from './shared-views.ts'
import { Trouble, type TroubleKind } from './shell/Trouble.tsx'
import type { Frames } from './shell-frames.tsx'

/** The page that says what went wrong, in the shell as far as that can still be made. */
export async function renderError(
  services: HttpServices,
  frames: Frames,
  parts: {
    request: FastifyRequest
    reply: FastifyReply
    place: Located
    actor: Actor | undefined
    error: unknown
  },
): Promise<string> {
  const { request, place, error } = parts
  const t = services.texts(place.lang)
  const kind = troubleOf(error)
  const actor = parts.actor ?? anonymous('web', place.portal.key)
  const url = (path: string) => localUrl(place.base, place.lang, path)
  const view = (
    <Trouble
      t={t}
      kind={kind}
      home={url('/')}
      searchAction={kind === 'notFound' ? url('/search') : null}
      question={kind === 'notFound' ? wordsOf(place.path) : ''}
      signIn={actor.personId ? null : `${url('/sign-in')}?next=${encodeURIComponent(request.url)}`}
      {...(kind === 'broken' ? { requestId: request.id } : {})}
    >
      {error instanceof Refusal && kind !== 'notFound' ? <p>{t(error.key, error.values)}</p> : null}
    </Trouble>
  )
  return renderPage(services, frames, {
    request,
    place,
    actor,
    page: null,
    view: renderView({
      title: t(`ui.trouble.${kind}.title` as TextKey),
      view,
      noIndex: true,
      ownSearch: kind === 'notFound',
    }),
    flash: null,
  })
}

function troubleOf(error: unknown): TroubleKind {
  if (!(error instanceof Refusal)) return 'broken'
  switch (error.code) {
    case 'rate_limited':
      return 'tooMany'
    case 'unavailable':
      return 'unavailable'
    case 'invalid':
    case 'conflict':
      return 'badRequest'
    default:
      return 'notFound'
  }
}

/** Words of an address, as a first question: `/articles/read-the-meter` → `read the meter`. */
function wordsOf(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? ''
  try {
    return decodeURIComponent(last)
      .replace(/[-_+.]+/g, ' ')
      .slice(0, 100)
  } catch {
    return ''
  }
}
