import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { keyOf } from '../../../kernel/slug.ts'
import { textIn } from '../rules.ts'
import { hasAudienceKey, insertAudience } from '../store/audiences.ts'
import { AudienceContent } from '../views.ts'

export const createAudience = defineOperation({
  name: 'identity.createAudience',
  summary: 'Make an audience: names, words, and the rule about who is in it.',
  kind: 'command',
  http: { method: 'POST', path: '/audiences' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object(AudienceContent),
  output: z.object({ id: Id }),
  async handle(ctx, content) {
    const key = keyOf(textIn(content.names, 'en'), 60)
    if (await hasAudienceKey(ctx.db, key)) throw refuse.field('names', 'identity.name.taken')
    const id = await insertAudience(ctx.db, key, content, ctx.actor.personId)
    ctx.emit({ type: 'audience.created', subject: { kind: 'audience', id } })
    return { id }
  },
})
