import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Definition } from '../definition.ts'
import { FlowKey } from '../document.ts'
import { applyEdit, Edit } from '../edits.ts'
import { findKept, type KeptFlow, updateDraft } from '../store/keeping.ts'
import { ownerOf } from '../take-in.ts'

/** Changes a draft: one thing at a time, or all of it. */
export const edit = defineOperation({
  name: 'flows.edit',
  summary: 'Change the draft of guided help: add, change, move, link or remove steps, texts and test cases',
  kind: 'command',
  http: { method: 'POST', path: '/flow-drafts/{key}/changes' },
  channels: ['web', 'api', 'mcp'],
  requires: 'flows.write',
  input: z.object({ key: FlowKey, revision: z.coerce.number().int().min(1).max(2_000_000_000), edit: Edit }),
  output: z.object({ revision: z.number().int(), added: z.string().nullable().describe('The step that was added') }),
  load: (ctx, { key }) => findKept(ctx, key, { lock: true }),
  async handle(ctx, { revision, edit }, flow) {
    if (flow.draft_revision !== revision)
      throw refuse.conflict('flows.changed_meanwhile', 'flows.edit.changedMeanwhile')
    const changed = applyEdit(flow.draft, edit)
    if (typeof changed === 'string') throw refuse.conflict(`flows.${changed}`, `flows.edit.${changed}`)
    await claimPictures(ctx, flow, changed)
    const before = new Set(flow.draft.steps.map((step) => step.id))
    const added = changed.steps.find((step) => !before.has(step.id))?.id ?? null
    return { revision: await updateDraft(ctx, flow.id, changed), added }
  },
})

/** Pictures that were uploaded for the change now belong to the flow; others must do so already. */
async function claimPictures(ctx: Ctx, flow: KeptFlow, changed: Definition) {
  const filesIn = ({ steps }: Definition) => steps.flatMap(({ picture }) => (picture ? [picture.file] : []))
  const before = new Set(filesIn(flow.draft))
  const named = [...new Set(filesIn(changed))].filter((id) => !before.has(id))
  if (named.length === 0) return
  const own = new Set((await ctx.files.of(ownerOf(flow.id))).map((file) => file.id))
  const fresh = named.filter((id) => !own.has(id))
  if (fresh.some((id) => !z.uuid().safeParse(id).success))
    throw refuse.field('picture', 'flows.picture.missing', { name: '' })
  await ctx.files.claim(fresh, ownerOf(flow.id))
}
