import { createHash } from 'node:crypto'
import { may } from '../../../kernel/actor.ts'
import type { LiveSource } from '../../../kernel/live.ts'
import { isSeenAtDesk } from './store/desk.ts'

/** Topic of one request: who looks at it, who is writing. */
export const topicOf = (requestId: string) => `desk/${requestId}`

/** By which an open desk knows a request that stands on its screen. It tells nothing to who does not know the request. */
export const markOf = (requestId: string) => createHash('sha256').update(requestId).digest('base64url').slice(0, 12)

/** Open desks hear that a request changed, and look for themselves. */
export const deskLive: LiveSource = {
  topic: 'desk',
  on: [
    'request.written',
    'request.replied',
    'request.answered',
    'request.noted',
    'request.state-changed',
    'request.taken',
    'request.changed',
    'request.withdrawn',
    'request.merged',
    'request.split',
    'request.rated',
  ],
  of: ({ type, subject }) =>
    ['desk', topicOf(subject.id)].map((topic) => ({
      topic,
      name: 'changed',
      payload: { request: markOf(subject.id), what: type },
    })),
  async mayHear(ctx, id) {
    if (!may(ctx.actor, 'requests.work')) return false
    return id === '' || (/^[0-9a-f-]{36}$/.test(id) && (await isSeenAtDesk(ctx, id)))
  },
}
