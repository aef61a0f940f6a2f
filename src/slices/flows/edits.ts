import { z } from 'zod'
import type { Lang } from '../../kernel/lang.ts'
import { LangSchema } from '../../kernel/schema.ts'
import { slugOf } from '../../kernel/slug.ts'
import { Definition, STEP_KINDS, Step, StepId, TestCase, waysOf } from './definition.ts'

/** One change of a draft. Everything that the editor can do. */
export const Edit = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('addStep'),
    kind: z.enum(STEP_KINDS),
    title: z.string().trim().min(1, { error: 'refusal.required' }).max(200),
    lang: LangSchema,
    from: StepId.nullable().default(null).describe('The step that leads to it, by its way `by`'),
    by: z.string().max(40).nullable().default(null),
  }),
  z.strictObject({ do: z.literal('changeStep'), step: Step }),
  z.strictObject({ do: z.literal('moveStep'), id: StepId, to: z.enum(['up', 'down']) }),
  z.strictObject({ do: z.literal('removeStep'), id: StepId }),
  z.strictObject({ do: z.literal('linkStep'), id: StepId, by: z.string().max(40), to: StepId.nullable() }),
  z.strictObject({ do: z.literal('startAt'), id: StepId }),
  z.strictObject({
    do: z.literal('changeTexts'),
    title: Definition.shape.title,
    lead: Definition.shape.lead,
    keywords: Definition.shape.keywords,
  }),
  z.strictObject({ do: z.literal('addTest'), test: TestCase }),
  z.strictObject({ do: z.literal('changeTest'), name: z.string().max(120), test: TestCase }),
  z.strictObject({ do: z.literal('removeTest'), name: z.string().max(120) }),
  z.strictObject({ do: z.literal('replace'), definition: Definition }),
])
export type Edit = z.output<typeof Edit>

/** Why a change cannot be made: the end of a text key below `flows.edit`. */
export type EditProblem = 'noStep' | 'noWay' | 'full' | 'testTaken'

/** The definition after a change, or why it cannot be made. Ways to a step that goes lead nowhere afterwards. */
export function applyEdit(definition: Definition, edit: Edit): Definition | EditProblem {
  const { steps } = definition
  const at = 'id' in edit ? steps.findIndex((step) => step.id === edit.id) : -1
  if ('id' in edit && at < 0) return 'noStep'
  switch (edit.do) {
    case 'addStep':
      return addStep(definition, edit)
    case 'changeStep':
      if (!steps.some((step) => step.id === edit.step.id)) return 'noStep'
      return { ...definition, steps: steps.map((step) => (step.id === edit.step.id ? edit.step : step)) }
    case 'moveStep':
      return { ...definition, steps: moved(steps, at, edit.to === 'up' ? at - 1 : at + 1) }
    case 'removeStep':
      return {
        ...definition,
        start: definition.start === edit.id ? null : definition.start,
        steps: steps.filter((step) => step.id !== edit.id).map((step) => withoutWaysTo(step, edit.id)),
      }
    case 'linkStep':
      return linked(definition, edit.id, edit.by, edit.to)
    case 'startAt':
      return { ...definition, start: edit.id }
    case 'changeTexts':
      return { ...definition, title: edit.title, lead: edit.lead, keywords: edit.keywords }
    case 'addTest':
      if (definition.tests.length >= 50) return 'full'
      if (definition.tests.some((test) => test.name === edit.test.name)) return 'testTaken'
      return { ...definition, tests: [...definition.tests, edit.test] }
    case 'changeTest': {
      const { name, test } = edit
      if (test.name !== name && definition.tests.some((one) => one.name === test.name)) return 'testTaken'
      return { ...definition, tests: definition.tests.map((one) => (one.name === name ? test : one)) }
    }
    case 'removeTest':
      return { ...definition, tests: definition.tests.filter((test) => test.name !== edit.name) }
    case 'replace':
      return edit.definition
  }
}

function addStep(definition: Definition, edit: Edit & { do: 'addStep' }): Definition | EditProblem {
  const { steps } = definition
  if (steps.length >= 200) return 'full'
  const id = idOf(edit.title, new Set(steps.map((step) => step.id)))
  const step = Step.parse({ id, kind: edit.kind, title: { [edit.lang]: edit.title } })
  const after = steps.findIndex((one) => one.id === edit.from)
  const place = after < 0 ? steps.length : after + 1
  const added = {
    ...definition,
    start: definition.start ?? id,
    steps: [...steps.slice(0, place), step, ...steps.slice(place)],
  }
  return edit.from && edit.by ? linked(added, edit.from, edit.by, id) : added
}

/** An id that its title suggests, not taken yet: `Wo ist es dunkel?` → `wo-ist-es-dunkel`. */
export function idOf(title: string, taken: ReadonlySet<string>): string {
  // An id begins with a letter.
  const plain = slugOf(title, 30).replace(/^[-0-9]+/, '')
  const base = plain || 'step'
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  return id
}

function moved(steps: readonly Step[], from: number, to: number): Step[] {
  if (to < 0 || to >= steps.length) return [...steps]
  const rest = steps.filter((_, at) => at !== from)
  return [...rest.slice(0, to), steps[from] as Step, ...rest.slice(to)]
}

function withoutWaysTo(step: Step, gone: string): Step {
  return waysOf(step)
    .filter((way) => way.to === gone)
    .reduce((changed, way) => withWay(changed, way.by, null), step)
}

function linked(definition: Definition, id: string, by: string, to: string | null): Definition | EditProblem {
  const step = definition.steps.find((one) => one.id === id)
  if (!step || (to !== null && !definition.steps.some((one) => one.id === to))) return 'noStep'
  if (!waysOf(step).some((way) => way.by === by)) return 'noWay'
  return { ...definition, steps: definition.steps.map((one) => (one.id === id ? withWay(one, by, to) : one)) }
}

/** A step with one of its ways leading elsewhere. */
function withWay(step: Step, by: string, to: string | null): Step {
  if (step.kind === 'choice')
    return { ...step, options: step.options.map((option) => (option.id === by ? { ...option, to } : option)) }
  if (step.kind === 'lookup' && by === 'none') return { ...step, none: to }
  if (step.kind === 'check' && by === 'no') return { ...step, otherwise: to }
  return step.kind === 'end' ? step : { ...step, to }
}

/** An empty flow with a title. */
export function emptyDefinition(title: string, lang: Lang): Definition {
  return Definition.parse({ title: { [lang]: title } })
}
