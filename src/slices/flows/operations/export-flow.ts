import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import type { Definition } from '../definition.ts'
import { FlowDocument, FlowKey } from '../document.ts'
import { findKept, findVersion } from '../store/keeping.ts'
import { audienceKeyOf, ownerOf } from '../take-in.ts'

/** A flow as a document that import takes back, with its pictures. */
export const exportFlow = defineOperation({
  name: 'flows.export',
  summary: 'Give guided help out as a JSON document that import takes back; the draft, or a version',
  kind: 'query',
  http: { method: 'GET', path: '/flow-drafts/{key}/document' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  input: z.object({ key: FlowKey, version: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  output: FlowDocument,
  async load(ctx, { key, version }) {
    const flow = await findKept(ctx, key)
    const definition = flow && (version ? await findVersion(ctx, flow.id, version) : flow.draft)
    return definition && { flow, definition }
  },
  async handle(ctx, _input, { flow, definition }) {
    const { key, icon, topic, position, portals, audience_id } = flow
    return {
      $schema: `${ctx.installation.url}/schemas/flow-1.json`,
      format: 'theke-flow/1' as const,
      ...{ key, icon, topic, position, portals },
      audience: await audienceKeyOf(ctx, audience_id),
      ...(await withPictures(ctx, flow.id, definition)),
    }
  },
})

/** The definition naming its pictures, and these. */
async function withPictures(ctx: Ctx, flowId: string, definition: Definition) {
  const used = new Set(definition.steps.flatMap(({ picture }) => (picture ? [picture.file] : [])))
  const files = (await ctx.files.of(ownerOf(flowId))).filter((file) => used.has(file.id))
  const nameOf = new Map(
    files.map(({ id, name }, n) => [id, files.findIndex((one) => one.name === name) < n ? `${n}-${name}` : name]),
  )
  const pictures: Record<string, string> = {}
  for (const { id } of files)
    pictures[nameOf.get(id) ?? id] = (await buffer(await ctx.files.open(id))).toString('base64')
  const steps = definition.steps.map((step) =>
    step.picture
      ? { ...step, picture: { ...step.picture, file: nameOf.get(step.picture.file) ?? step.picture.file } }
      : step,
  )
  return { definition: { ...definition, steps }, pictures }
}
