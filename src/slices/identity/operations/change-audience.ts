import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { findAudience, updateAudience } from '../store/audiences.ts'
import { AudienceContent } from '../views.ts'

export const changeAudience = defineOperation({
  name: 'identity.changeAudience',
  summary: 'Change an audience; makes a new version. Refused when somebody else has changed it meanwhile.',
  kind: 'command',
  http: { method: 'PUT', path: '/audiences/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id, version: z.coerce.number().int().min(1).max(1e9), ...AudienceContent }),
  output: z.object({ version: z.number() }),
  load: (ctx, { id }) => findAudience(ctx.db, id),
  async handle(ctx, { id, version, ...content }) {
    if (!(await updateAudience(ctx.db, id, version, content, ctx.actor.personId)))
      throw refuse.conflict('identity.changed_meanwhile', 'identity.changedMeanwhile')
    ctx.emit({ type: 'audience.changed', subject: { kind: 'audience', id } })
    return { version: version + 1 }
  },
})
