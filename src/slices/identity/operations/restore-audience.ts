import { z } from 'zod'
import { Rule } from '../../../kernel/audience.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import type { Texts } from '../rules.ts'
import { findAudience, findAudienceVersion, updateAudience } from '../store/audiences.ts'

export const restoreAudience = defineOperation({
  name: 'identity.restoreAudience',
  summary: 'Bring an earlier version of an audience back, as a new version.',
  kind: 'command',
  http: { method: 'POST', path: '/audiences/{id}/restoration' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id, version: z.coerce.number().int().min(1).max(1e9) }),
  output: z.object({ version: z.number() }),
  load: (ctx, { id }) => findAudience(ctx.db, id),
  async handle(ctx, { id, version }, audience) {
    const old = await findAudienceVersion(ctx.db, id, version)
    if (!old) throw refuse.notFound()
    const content = { names: old.names as Texts, words: old.words as Texts, rule: Rule.parse(old.rule) }
    if (!(await updateAudience(ctx.db, id, audience.version, content, ctx.actor.personId)))
      throw refuse.conflict('identity.changed_meanwhile', 'identity.changedMeanwhile')
    ctx.emit({ type: 'audience.changed', subject: { kind: 'audience', id } })
    return { version: audience.version + 1 }
  },
})
