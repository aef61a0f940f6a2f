import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { addBusinessMinutes } from '../../../kernel/business-hours.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { latestForm } from '../../forms/index.ts'
import { teamChoices } from '../../identity/index.ts'
import { serviceTimeOf } from '../counter.ts'
import { HISTORY } from '../promises/jobs.ts'
import { BLANK_TYPE, RequestType } from '../request-type.ts'
import { insertHistory } from '../store/history.ts'
import { workOutPaces } from '../store/paces.ts'
import { findType, insertType, updateType } from '../store/types.ts'

interface DemoType {
  key: string
  names?: Record<string, string>
  words?: Record<string, string>
  icon?: string
  position?: number
  portals?: string[]
  anonymous?: boolean
  confidential?: boolean
  teamOnly?: boolean
  form?: string
  team?: string
  /** Hours of service by priority. */
  hours?: Record<string, { answer: number; solution: number }>
  states?: Record<string, Record<string, string>>
  history?: { subjects: string[]; cases: number; hours: number[] }
}

/** Sets up the kinds of the demonstration, with the past that predictions are made of. */
export async function loadTypes(ctx: Ctx, folder: string): Promise<void> {
  const types = parse(await readFile(join(folder, 'request-types.yaml'), 'utf8')) as DemoType[]
  const teams = new Map((await teamChoices(ctx)).map(({ key, id }) => [key, id]))
  for (const type of types) await load(ctx, type, teams.get(type.team ?? '') ?? null)
  await workOutPaces(ctx.db, HISTORY(ctx.now()), ctx.now())
}

async function load(ctx: Ctx, demo: DemoType, team: string | null) {
  const before = await findType(ctx.db, demo.key)
  const hasForm = demo.form !== undefined && (await latestForm(ctx, demo.form)) !== undefined
  const type = RequestType.parse({
    ...BLANK_TYPE,
    ...before,
    ...demo,
    team,
    stateWords: demo.states ?? before?.stateWords ?? {},
    targets: targetsOf(demo.hours ?? {}),
    ...(hasForm ? { formKey: demo.form } : {}),
  })
  if (before) await updateType(ctx.db, type, before.version, ctx.now())
  else await insertType(ctx.db, type, ctx.now())
  ctx.emit({ type: 'request-type.changed', subject: { kind: 'request-type', id: type.key } })
  if (demo.history) await loadHistory(ctx, type, demo.history)
}

function targetsOf(hours: NonNullable<DemoType['hours']>) {
  const inMinutes = ({ answer, solution }: { answer: number; solution: number }) => ({
    answer: answer * 60,
    solution: solution * 60,
  })
  return Object.fromEntries(Object.entries(hours).map(([priority, target]) => [priority, inMinutes(target)]))
}

const DAY_MS = 86_400_000

/** Cases of the past, one every few days, that took as long as the list says in turn. */
async function loadHistory(ctx: Ctx, type: RequestType, history: NonNullable<DemoType['history']>) {
  const portal = type.portals[0] ?? ctx.actor.portal
  const time = await serviceTimeOf(ctx, portal)
  if (!time) return
  const rows = Array.from({ length: history.cases }, (_, n) => {
    const openedAt = new Date(ctx.now().getTime() - (25 + n * 5) * DAY_MS)
    const workedMinutes = (history.hours[n % history.hours.length] as number) * 60
    const solvedAt = addBusinessMinutes(time.hours, time.isHoliday, openedAt, workedMinutes) ?? openedAt
    const subject = history.subjects[n % history.subjects.length] as string
    return {
      type: type.key,
      priority: type.priority,
      subject,
      portal,
      team: type.team,
      openedAt,
      solvedAt,
      workedMinutes,
    }
  })
  await insertHistory(ctx.db, rows)
}
