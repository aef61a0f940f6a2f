import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { keyOf } from '../../../kernel/slug.ts'
import { textIn } from '../rules.ts'
import { findTeam, hasGroupKey, insertTeam, updateTeam } from '../store/groups.ts'
import { Names } from '../views.ts'

export const createTeam = defineOperation({
  name: 'identity.createTeam',
  summary: 'Make a team.',
  kind: 'command',
  http: { method: 'POST', path: '/teams' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ names: Names }),
  output: z.object({ id: Id }),
  async handle(ctx, { names }) {
    const key = keyOf(textIn(names, 'en'), 60)
    if (await hasGroupKey(ctx.db, 'teams', key)) throw refuse.field('names', 'identity.name.taken')
    const id = await insertTeam(ctx.db, key, names)
    ctx.emit({ type: 'team.created', subject: { kind: 'team', id } })
    return { id }
  },
})

export const changeTeam = defineOperation({
  name: 'identity.changeTeam',
  summary: 'Change the names of a team.',
  kind: 'command',
  http: { method: 'PUT', path: '/teams/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id, names: Names }),
  output: z.object({}),
  load: (ctx, { id }) => findTeam(ctx.db, id),
  async handle(ctx, { id, names }) {
    await updateTeam(ctx.db, id, names)
    ctx.emit({ type: 'team.changed', subject: { kind: 'team', id } })
    return {}
  },
})
