import { Readable } from 'node:stream'
import type { Ctx } from '../../kernel/ctx.ts'
import { refuse } from '../../kernel/refusal.ts'
import { audienceChoices } from '../identity/index.ts'
import type { Definition } from './definition.ts'
import type { FlowDocument } from './document.ts'
import { findKept, insertFlow, updateDraft, updateProperties } from './store/keeping.ts'

/** Takes a document over as a draft: a new flow, or the next draft of the one with its key. Nothing is published by that. */
export async function takeIn(ctx: Ctx, document: FlowDocument): Promise<{ id: string; isNew: boolean }> {
  const { key, icon, topic, position, portals } = document
  const properties = { icon, topic, position, portals, audience_id: await audienceIdOf(ctx, document.audience) }
  const kept = await findKept(ctx, key, { lock: true })
  const id = kept?.id ?? (await insertFlow(ctx, { ...properties, key, draft: document.definition }))
  const definition = await takePictures(ctx, id, document)
  await updateDraft(ctx, id, definition)
  if (kept) await updateProperties(ctx, id, properties)
  return { id, isNew: !kept }
}

/** The id of an audience by its key; refuses one that does not exist rather than showing the flow to everybody. */
export async function audienceIdOf(ctx: Ctx, key: string | null): Promise<string | null> {
  if (key === null || key === '' || key === 'everyone') return null
  const found = (await audienceChoices(ctx)).find((one) => one.key === key)
  if (!found) throw refuse.field('audience', 'flows.audience.unknown', { audience: key })
  return found.id
}

/** The key of an audience, as documents name it. */
export async function audienceKeyOf(ctx: Ctx, id: string | null): Promise<string | null> {
  return id === null ? null : ((await audienceChoices(ctx)).find((one) => one.id === id)?.key ?? null)
}

/** Stores the pictures of a document, each once, and lets the steps name them by id. */
async function takePictures(ctx: Ctx, flowId: string, { definition, pictures }: FlowDocument): Promise<Definition> {
  const ids = new Map<string, string>()
  for (const [name, content] of Object.entries(pictures)) {
    const file = await ctx.files.receive(Readable.from([Buffer.from(content, 'base64')]), { name, field: 'pictures' })
    if (!file.type.startsWith('image/')) throw refuse.field('pictures', 'flows.picture.none', { name })
    await ctx.files.claim([file.id], ownerOf(flowId))
    ids.set(name, file.id)
  }
  const known = new Set((await ctx.files.of(ownerOf(flowId))).map((file) => file.id))
  const steps = definition.steps.map((step) => {
    if (!step.picture) return step
    const id = ids.get(step.picture.file) ?? step.picture.file
    if (!known.has(id)) throw refuse.field('pictures', 'flows.picture.missing', { name: step.picture.file })
    return { ...step, picture: { ...step.picture, file: id } }
  })
  return { ...definition, steps }
}

/** What pictures of a flow belong to. */
export function ownerOf(flowId: string): string {
  return `flow:${flowId}`
}
