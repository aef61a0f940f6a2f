import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { LANGS } from '../../../kernel/lang.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, VersionNumber } from '../../../kernel/schema.ts'
import { audienceChoices } from '../../identity/index.ts'
import { checkConditions, conditionFields } from '../../requests/index.ts'
import { Definition } from '../content.ts'
import { listCategories } from '../store/categories.ts'
import { type EditedService, findEditable } from '../store/services.ts'
import { addVersion, setPosition } from '../store/versions.ts'

export const saveVersion = defineOperation({
  name: 'catalogue.save',
  summary: 'Save a new version of a service; readers keep the published one',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/services/{id}/versions' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({
    id: Id,
    known: VersionNumber.describe('The newest version that was seen: another one since is a conflict'),
    definition: Definition,
    position: z.coerce.number().int().min(0).max(100_000).optional(),
    note: z.string().trim().max(300).optional().describe('What has changed, for those who come later'),
  }),
  output: z.object({ version: z.number() }),
  load: (ctx, { id }) => findEditable(ctx, id, { lock: true }),
  async handle(ctx, { id, known, definition, position, note }, service) {
    if (known !== service.newestVersion)
      throw refuse.conflict('catalogue.changed_meanwhile', 'catalogue.refusal.changedMeanwhile')
    await checkDefinition(ctx, definition, service)
    if (definition.pictureId && definition.pictureId !== service.definition.pictureId)
      await ctx.files.claim([definition.pictureId], `service:${id}`)
    if (position !== undefined && position !== service.position) await setPosition(ctx.db, id, position)
    const version = await addVersion(ctx, service, definition, note)
    ctx.emit({ type: 'service.saved', subject: { kind: 'service', id }, payload: { version } })
    return { version }
  },
})

/** What the schema cannot know: a name in some language, things that exist, and what only those who keep the catalogue may change. */
export async function checkDefinition(ctx: Ctx, definition: Definition, before: EditedService | null) {
  if (!LANGS.some((lang) => definition.texts[lang]?.name))
    throw refuse.field(['texts', ctx.lang, 'name'], 'refusal.required')
  const { categoryId, audienceId } = definition
  if (categoryId && !(await listCategories(ctx.db)).some((one) => one.id === categoryId))
    throw refuse.field('categoryId', 'catalogue.refusal.category')
  if (audienceId && !(await audienceChoices(ctx)).some((one) => one.id === audienceId))
    throw refuse.field('audienceId', 'catalogue.refusal.audience')
  await checkApproval(ctx, definition, before?.definition)
  if (!before || may(ctx.actor, 'catalogue.manage')) return
  // An owner keeps up their service, but gives it to nobody else, and does not set what it makes others do: an effect gives roles and teams.
  if (definition.ownerId !== before.definition.ownerId) throw refuse.field('ownerId', 'catalogue.refusal.owner')
  for (const part of ['approval', 'fulfilment'] as const)
    if (!isDeepStrictEqual(definition[part], before.definition[part]))
      throw refuse.field(part, 'catalogue.refusal.process')
}

/** What an approval depends on is asked for. One that is kept as it is stands in the way of nothing but publishing. */
async function checkApproval(ctx: Ctx, { approval, formKey }: Definition, before: Definition | undefined) {
  const isForm = before?.formKey === formKey
  if (isForm && isDeepStrictEqual(approval, before.approval)) return
  const at = isForm || before === undefined ? { chain: ['definition', 'approval'] } : { input: ['formKey'] }
  checkConditions(ctx, approval, await conditionFields(ctx, formKey, 'order'), at)
}
