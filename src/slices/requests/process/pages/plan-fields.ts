import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import type { FulfilmentPlan, Work } from '../../fulfilment/definition.ts'
import { countTyped, freeKey, hoursTyped, moved, type Typed, textTyped } from './typed.ts'

type Draft = z.input<typeof FulfilmentPlan>
type DraftWork = z.input<typeof Work>
type DraftStage = Draft['stages'] extends (infer Stage)[] | undefined ? Stage : never

/** What the editor of a plan was sent with, with what its button adds, moves and takes away. Checked by the schema of the operation. */
export function planOf(typed: Typed): Draft {
  const count = countTyped(typed, (n) => `plan.${n}`)
  const stages = Array.from({ length: count }, (_, n) => {
    const works = countTyped(typed, (k) => `plan.${n}.${k}.key`)
    return { work: Array.from({ length: works }, (_, k) => workOf(typed, `plan.${n}.${k}`)) }
  })
  return { stages: edited(stages, typed) }
}

function workOf(typed: Typed, name: string): DraftWork {
  const key = typed.get(`${name}.key`)
  const title = textTyped(typed, `${name}.title`) ?? {}
  const kind = typed.get(`${name}.kind`)
  if (kind === 'webhook') return { kind, key, title, webhook: typed.get(`${name}.webhook`) }
  if (kind === 'effect') {
    const effect = typed.get(`${name}.effect`)
    const fields = countTyped(typed, (n) => `${name}.input.${n}.key`)
    const input = Array.from({ length: fields }, (_, n) => [
      typed.get(`${name}.input.${n}.key`),
      typed.get(`${name}.input.${n}.value`),
    ])
    return { kind, key, title, effect, input: Object.fromEntries(input) }
  }
  const instructions = textTyped(typed, `${name}.instructions`)
  const within = hoursTyped(typed, `${name}.within`)
  return {
    kind: 'task',
    key,
    title,
    teamId: typed.get(`${name}.team`),
    checklist: checklistOf(typed, `${name}.checklist`),
    ...(instructions ? { instructions } : {}),
    ...(within === undefined ? {} : { within }),
  }
}

/** Lines side by side: the first of every language belong together. */
function checklistOf(typed: Typed, name: string) {
  const lines = LANGS.map((lang) =>
    typed
      .get(`${name}.${lang}`)
      .split('\n')
      .map((line) => line.trim()),
  )
  const most = Math.max(...lines.map((list) => list.length))
  return Array.from({ length: most }, (_, n) =>
    Object.fromEntries(LANGS.flatMap((lang, k) => (lines[k]?.[n] ? [[lang, lines[k][n]]] : []))),
  ).filter((line) => Object.keys(line).length > 0)
}

function edited(stages: DraftStage[], typed: Typed): DraftStage[] {
  const [what = '', first = '', second = ''] = typed.get('do').split(':')
  const at = Number(first)
  const keys = stages.flatMap((stage) => stage.work.map((work) => work.key))
  const fresh = (kind: string) => freshWork(typed, kind, keys)
  if (what === 'add-stage') return [...stages, { work: [fresh(first)] }]
  if (what === 'add-work')
    return stages.map((stage, n) => (n === at ? { work: [...stage.work, fresh(second)] } : stage))
  if (what === 'up' || what === 'down') return moved(stages, at, what === 'up' ? -1 : 1)
  if (what !== 'remove') return stages
  return stages
    .map((stage, n) => (n === at ? { work: stage.work.filter((_, k) => k !== Number(second)) } : stage))
    .filter((stage) => stage.work.length > 0)
}

/** Begins with the first of what there is to choose: a form that can be saved at once. */
function freshWork(typed: Typed, kind: string, keys: readonly string[]): DraftWork {
  const key = freeKey(kind, keys)
  const title = textTyped(typed, `new.${kind}`) ?? {}
  if (kind === 'webhook') return { kind, key, title, webhook: typed.get('first.webhook') }
  if (kind === 'effect') return { kind, key, title, effect: typed.get('first.effect') }
  return { kind: 'task', key: freeKey('task', keys), title, teamId: typed.get('first.team') }
}
