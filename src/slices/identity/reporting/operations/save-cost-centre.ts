import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { Names } from '../../views.ts'
import { personByEmail } from '../person-by-email.ts'
import { deleteCostCentreRow, findCostCentre, putCostCentre } from '../store.ts'

const Content = {
  key: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,39}$/, { error: 'identity.reporting.costCentreKey' })
    .describe('As accounting calls it: 4711, IT-200'),
  names: Names,
  owner: z.string().max(254).default('').describe('E-mail address of who answers for it; empty: nobody'),
}

export const createCostCentre = defineOperation({
  name: 'identity.createCostCentre',
  summary: 'Add a cost centre.',
  kind: 'command',
  http: { method: 'POST', path: '/cost-centres' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object(Content),
  output: z.object({ id: Id }),
  async handle(ctx, { key, names, owner }) {
    await refuseTaken(ctx, key, null)
    const id = await putCostCentre(ctx.db, null, { key, names, ownerId: await personByEmail(ctx, 'owner', owner) })
    ctx.emit({ type: 'cost-centre.changed', subject: { kind: 'cost-centre', id } })
    return { id }
  },
})

export const changeCostCentre = defineOperation({
  name: 'identity.changeCostCentre',
  summary: 'Change the key, the names and the owner of a cost centre.',
  kind: 'command',
  http: { method: 'PUT', path: '/cost-centres/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id, ...Content }),
  output: z.object({}),
  load: (ctx, { id }) => findCostCentre(ctx.db, { id }),
  async handle(ctx, { id, key, names, owner }) {
    await refuseTaken(ctx, key, id)
    await putCostCentre(ctx.db, id, { key, names, ownerId: await personByEmail(ctx, 'owner', owner) })
    ctx.emit({ type: 'cost-centre.changed', subject: { kind: 'cost-centre', id } })
    return {}
  },
})

export const deleteCostCentre = defineOperation({
  name: 'identity.deleteCostCentre',
  summary: 'Delete a cost centre; whoever booked on it has none then.',
  kind: 'command',
  http: { method: 'DELETE', path: '/cost-centres/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findCostCentre(ctx.db, { id }),
  async handle(ctx, { id }) {
    await deleteCostCentreRow(ctx.db, id)
    ctx.emit({ type: 'cost-centre.deleted', subject: { kind: 'cost-centre', id } })
    return {}
  },
})

async function refuseTaken(ctx: Ctx, key: string, own: string | null) {
  const taken = await findCostCentre(ctx.db, { key })
  if (taken && taken.id !== own) throw refuse.field('key', 'identity.reporting.costCentreTaken')
}
