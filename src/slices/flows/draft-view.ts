import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { Instant, LangSchema } from '../../kernel/schema.ts'
import { namesOfPersons } from '../identity/index.ts'
import { Definition } from './definition.ts'
import { differencesOf } from './differences.ts'
import { FlowKey, PropertiesInput } from './document.ts'
import { completeness, type Known, problemsOf } from './rules-publishing.ts'
import { findVersion, type KeptFlow, listVersions } from './store/keeping.ts'
import { listMoves } from './store/moves.ts'
import { audienceKeyOf } from './take-in.ts'
import { todayOf } from './today.ts'

const ProblemView = z.object({
  code: z.string(),
  step: z.string().nullable(),
  values: z.record(z.string(), z.string()),
})

/** A flow as its editors see it. */
export const DraftView = z.object({
  key: FlowKey,
  revision: z.number().int().describe('Send it with a change: who changes an older draft is told'),
  ...PropertiesInput,
  definition: Definition,
  version: z.number().int().nullable().describe('What people get; null: not published'),
  isAhead: z.boolean().describe('The draft differs from what people get'),
  problems: z.array(ProblemView).describe('What keeps it from being published'),
  completeness: z.array(z.object({ lang: LangSchema, filled: z.number().int(), total: z.number().int() })),
  moves: z
    .array(z.object({ from: z.string(), to: z.string(), moves: z.number().int() }))
    .describe('How often people went from step to step of the published version; an empty `from` is the beginning'),
  versions: z.array(
    z.object({ version: z.number().int(), note: z.string(), publishedAt: Instant, publishedBy: z.string().nullable() }),
  ),
  changedAt: Instant,
})
export type DraftView = z.output<typeof DraftView>

export async function draftView(ctx: Ctx, flow: KeptFlow): Promise<z.input<typeof DraftView>> {
  const versions = await listVersions(ctx, flow.id)
  const published = flow.version === null ? undefined : await findVersion(ctx, flow.id, flow.version)
  const names = await namesOfPersons(
    ctx,
    versions.flatMap((one) => one.published_by ?? []),
  )
  return {
    key: flow.key,
    revision: flow.draft_revision,
    icon: flow.icon,
    topic: flow.topic,
    position: flow.position,
    audience: await audienceKeyOf(ctx, flow.audience_id),
    portals: flow.portals,
    definition: flow.draft,
    version: flow.version,
    isAhead: !published || differencesOf(published, flow.draft).length > 0,
    problems: problemsOf(flow.draft, await knownTo(ctx)),
    completeness: completeness(flow.draft),
    moves: flow.version === null ? [] : await listMoves(ctx, flow.id, flow.version),
    versions: versions.map(({ version, note, published_at, published_by }) => ({
      version,
      note,
      publishedAt: published_at,
      publishedBy: published_by ? (names.get(published_by) ?? null) : null,
    })),
    changedAt: flow.changed_at,
  }
}

/** What definitions may refer to here and today. */
export async function knownTo(ctx: Ctx): Promise<Known> {
  return { lookups: new Set(ctx.flowLookups.map(({ name }) => name)), today: await todayOf(ctx) }
}
