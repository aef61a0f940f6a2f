import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, Line } from '../../../kernel/schema.ts'
import { keyOf } from '../../../kernel/slug.ts'
import { findOrganisation, hasGroupKey, insertOrganisation, updateOrganisation } from '../store/groups.ts'

export const createOrganisation = defineOperation({
  name: 'identity.createOrganisation',
  summary: 'Add an organisation.',
  kind: 'command',
  http: { method: 'POST', path: '/organisations' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ name: Line(200) }),
  output: z.object({ id: Id }),
  async handle(ctx, { name }) {
    const key = keyOf(name, 60)
    if (await hasGroupKey(ctx.db, 'organisations', key)) throw refuse.field('name', 'identity.name.taken')
    const id = await insertOrganisation(ctx.db, key, name)
    ctx.emit({ type: 'organisation.created', subject: { kind: 'organisation', id } })
    return { id }
  },
})

export const changeOrganisation = defineOperation({
  name: 'identity.changeOrganisation',
  summary: 'Change the name of an organisation.',
  kind: 'command',
  http: { method: 'PUT', path: '/organisations/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id, name: Line(200) }),
  output: z.object({}),
  load: (ctx, { id }) => findOrganisation(ctx.db, id),
  async handle(ctx, { id, name }) {
    await updateOrganisation(ctx.db, id, name)
    ctx.emit({ type: 'organisation.changed', subject: { kind: 'organisation', id } })
    return {}
  },
})
