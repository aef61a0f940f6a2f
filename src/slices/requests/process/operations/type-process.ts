import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { textIn } from '../../../identity/index.ts'
import { checkConditions, conditionFields } from '../../approvals/conditions.ts'
import { ApprovalChain, NO_APPROVAL } from '../../approvals/definition.ts'
import { FulfilmentPlan, NO_FULFILMENT } from '../../fulfilment/definition.ts'
import { findType } from '../../store/types.ts'
import { findTypeProcess, putTypeProcess } from '../store/type-processes.ts'

const TypeKey = z.string().max(60).describe('Key of the kind of request')

/** Which approval and which fulfilment the requests of a kind need. */
export const readTypeProcess = defineOperation({
  name: 'requests.readTypeProcess',
  summary: 'Read which approval and which fulfilment the requests of a kind need',
  kind: 'query',
  http: { method: 'GET', path: '/request-types/{type}/process' },
  channels: ['web', 'api'],
  requires: 'requests.manage',
  input: z.object({ type: TypeKey }),
  output: z.object({
    name: z.string(),
    form: z.string().nullable().describe('Key of the form that is filled in'),
    approval: ApprovalChain,
    fulfilment: FulfilmentPlan,
  }),
  load: (ctx, { type }) => findType(ctx.db, type),
  async handle(ctx, { type }, known) {
    const kept = await findTypeProcess(ctx.db, type)
    return {
      name: textIn(known.names, ctx.lang, type),
      form: known.formKey,
      approval: kept?.approval ?? NO_APPROVAL,
      fulfilment: kept?.fulfilment ?? NO_FULFILMENT,
    }
  },
})

/** Sets either or both. Requests under way keep what they were begun with. */
export const setTypeProcess = defineOperation({
  name: 'requests.setTypeProcess',
  summary: 'Set which approval and which fulfilment the requests of a kind need; those under way keep theirs',
  kind: 'command',
  http: { method: 'PATCH', path: '/request-types/{type}/process' },
  channels: ['web', 'api'],
  requires: 'requests.manage',
  input: z.object({ type: TypeKey, approval: ApprovalChain.optional(), fulfilment: FulfilmentPlan.optional() }),
  output: z.object({}),
  load: (ctx, { type }) => findType(ctx.db, type),
  async handle(ctx, { type, approval, fulfilment }, { formKey }) {
    if (approval)
      checkConditions(ctx, approval, await conditionFields(ctx, formKey, 'request'), { chain: ['approval'] })
    const kept = await findTypeProcess(ctx.db, type)
    await putTypeProcess(
      ctx.db,
      type,
      {
        approval: approval ?? kept?.approval ?? NO_APPROVAL,
        fulfilment: fulfilment ?? kept?.fulfilment ?? NO_FULFILMENT,
      },
      { personId: ctx.actor.personId, now: ctx.now() },
    )
    ctx.emit({ type: 'request-type.changed', subject: { kind: 'request-type', id: type } })
    return {}
  },
})
