import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { VersionNumber } from '../../../../kernel/schema.ts'
import { formChoices } from '../../../forms/index.ts'
import { audienceChoices, portalChoices, teamChoices } from '../../../identity/index.ts'
import { checkConditions, conditionFields } from '../../approvals/conditions.ts'
import { findTypeProcess } from '../../process/store/type-processes.ts'
import { RequestType } from '../../request-type.ts'
import { findType, insertType, updateType } from '../../store/types.ts'

/** Adds a kind of request. */
export const createType = defineOperation({
  name: 'requests.createType',
  summary: 'Add a kind of request',
  kind: 'command',
  http: { method: 'POST', path: '/request-types' },
  channels: ['web', 'api'],
  requires: 'requests.manage',
  input: RequestType,
  output: z.object({ key: z.string() }),
  async handle(ctx, type) {
    await checkParts(ctx, type)
    if (!(await insertType(ctx.db, type, ctx.now()))) throw refuse.field('key', 'requests.types.keyTaken')
    ctx.emit({ type: 'request-type.changed', subject: { kind: 'request-type', id: type.key } })
    return { key: type.key }
  },
})

/** Changes a kind. What is under way keeps the promise that it was given. */
export const changeType = defineOperation({
  name: 'requests.changeType',
  summary: 'Change a kind of request; what is under way keeps its promise',
  kind: 'command',
  http: { method: 'PUT', path: '/request-types/{key}' },
  channels: ['web', 'api'],
  requires: 'requests.manage',
  input: RequestType.extend({ version: VersionNumber.describe('The version that was read') }),
  output: z.object({ key: z.string() }),
  load: (ctx, { key }) => findType(ctx.db, key),
  async handle(ctx, { version, ...type }, before) {
    await checkParts(ctx, type)
    if (type.formKey !== before.formKey) await checkProcess(ctx, type)
    if (!(await updateType(ctx.db, type, version, ctx.now())))
      throw refuse.conflict('requests.type_changed', 'requests.types.changedBySomebody')
    ctx.emit({ type: 'request-type.changed', subject: { kind: 'request-type', id: type.key } })
    return { key: type.key }
  },
})

/** Refuses what does not exist: teams, audiences, portals, forms. */
async function checkParts(ctx: Ctx, { team, teamOnly, audience, portals, formKey }: RequestType): Promise<void> {
  const has = <T>(found: readonly T[], is: (one: T) => boolean) => found.some(is)
  if (team && !has(await teamChoices(ctx), (one) => one.id === team)) throw refuse.field('team', 'refusal.invalid')
  if (teamOnly && !team) throw refuse.field('team', 'requests.types.teamOnlyNeedsTeam')
  if (audience && !has(await audienceChoices(ctx), (one) => one.id === audience))
    throw refuse.field('audience', 'refusal.invalid')
  if (formKey && !has(await formChoices(ctx), (one) => one.key === formKey))
    throw refuse.field('formKey', 'requests.types.noSuchForm')
  const known = portals.length > 0 ? await portalChoices(ctx) : []
  if (!portals.every((key) => has(known, (one) => one.key === key))) throw refuse.field('portals', 'refusal.invalid')
}

/** With another form, the approval may look at answers that are not given any more. */
async function checkProcess(ctx: Ctx, { key, formKey }: RequestType): Promise<void> {
  const process = await findTypeProcess(ctx.db, key)
  if (process)
    checkConditions(ctx, process.approval, await conditionFields(ctx, formKey, 'request'), { input: ['formKey'] })
}
