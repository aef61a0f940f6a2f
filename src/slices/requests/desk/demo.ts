import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Ctx } from '../../../kernel/ctx.ts'
import { personIdsByKey, teamChoices } from '../../identity/index.ts'
import type { DemoRequest } from '../demo.ts'
import { QueueFilter } from './filter.ts'
import { leadingOf } from './leading.ts'
import { MacroSteps } from './macro.ts'
import { updateForDesk } from './store/desk.ts'
import { type Announcement, insertKnownError, updateKnownError } from './store/known-errors.ts'
import { putMacro, putTemplate } from './store/phrases.ts'
import { putView } from './store/views.ts'

interface DeskRequest extends DemoRequest {
  team?: string
  priority?: 1 | 2 | 3 | 4
  tags?: string[]
  error?: string
}

interface DeskDemo {
  templates: { name: string; bodies: Record<string, string> }[]
  macros: { name: string; steps: Record<string, unknown>[] }[]
  errors: { title: string; words: string; announcement?: Announcement; portals?: string[]; service?: string }[]
  views: { by: string; name: string; filter: object; team?: string }[]
  requests: DeskRequest[]
}

/** Loads a desk that is lived in: requests over teams and states, templates, macros, known errors, views. */
export async function deskDemo(
  ctx: Ctx,
  folder: string,
  load: (requests: readonly DemoRequest[]) => Promise<ReadonlyMap<DemoRequest, string>>,
): Promise<void> {
  const demo = parse(await readFile(join(folder, 'desk.yaml'), 'utf8')) as DeskDemo
  const teams = new Map((await teamChoices(ctx)).map((team) => [team.key, team.id]))
  await loadPhrases(ctx, demo, teams)
  const errors = await loadErrors(ctx, demo)
  await loadViews(ctx, demo, teams)
  const made = await load(demo.requests)
  for (const [request, id] of made) {
    const { team, priority, tags, error } = request as DeskRequest
    const known = error ? errors.get(error) : undefined
    await updateForDesk(ctx.db, id, {
      ...(team ? { team_id: teams.get(team) ?? null } : {}),
      ...(priority ? { priority } : {}),
      ...(tags ? { tags } : {}),
      ...(known ? { known_error_id: known } : {}),
    })
  }
}

const FOR_ALL = { owner_id: null, team_id: null }

async function loadPhrases(ctx: Ctx, { templates, macros }: DeskDemo, teams: ReadonlyMap<string, string>) {
  const ids = new Map<string, string>()
  const leading = await leadingOf(ctx)
  for (const template of templates)
    ids.set(template.name, (await putTemplate(ctx, null, { ...template, ...FOR_ALL }, leading)) ?? '')
  for (const { name, steps } of macros) {
    const named = steps.map((step) => ({
      ...step,
      ...(typeof step['template'] === 'string' ? { template: ids.get(step['template']) } : {}),
      ...(step['change'] ? { change: withTeam(step['change'] as { team?: string }, teams) } : {}),
    }))
    await putMacro(ctx, null, { name, steps: MacroSteps.parse(named), ...FOR_ALL }, leading)
  }
}

function withTeam<T extends { team?: string }>(change: T, teams: ReadonlyMap<string, string>): T {
  return change.team ? { ...change, team: teams.get(change.team) } : change
}

async function loadErrors(ctx: Ctx, { errors }: DeskDemo): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { title, words, announcement, portals = [], service = null } of errors) {
    const known = await insertKnownError(ctx, { title, words, teamId: null })
    ids.set(title, known.id)
    if (!announcement) continue
    await updateKnownError(ctx, known.id, { announcement, announced_at: ctx.now(), portals, service_key: service })
    ctx.emit({ type: 'incident.announced', subject: { kind: 'known-error', id: known.id }, payload: { service } })
  }
  return ids
}

async function loadViews(ctx: Ctx, { views }: DeskDemo, teams: ReadonlyMap<string, string>) {
  const people = await personIdsByKey(
    ctx,
    views.map((view) => view.by),
  )
  for (const { by, name, filter, team } of views) {
    const own = { ...ctx, actor: { ...ctx.actor, personId: people.get(by) ?? null } }
    await putView(own, { name, filter: QueueFilter.parse(filter), teamId: team ? (teams.get(team) ?? null) : null })
  }
}
