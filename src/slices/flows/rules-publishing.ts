import { LANGS, type Lang } from '../../kernel/lang.ts'
import { type Definition, type Step, type StepKind, stepsById, waysOf } from './definition.ts'
import { reachedFrom, runTest } from './rules.ts'

/** Why a flow cannot be published: the end of a text key below `flows.problem`, and the step that it is about. */
export interface Problem {
  code:
    | 'noStart'
    | 'noTitle'
    | 'sameId'
    | 'noText'
    | 'noOptions'
    | 'noLabel'
    | 'noLines'
    | 'deadEnd'
    | 'unknownStep'
    | 'loop'
    | 'unreachable'
    | 'unknownAnswer'
    | 'wrongAnswer'
    | 'unknownLookup'
    | 'noTarget'
    | 'noAlt'
    | 'testFails'
  /** Null: about the flow as a whole. */
  step: string | null
  values: Record<string, string>
}

/** What a definition may refer to. */
export interface Known {
  lookups: ReadonlySet<string>
  today: string
}

/** Everything that keeps a definition from being published; nothing found means: every journey through it ends. */
export function problemsOf(definition: Definition, known: Known): Problem[] {
  const { steps, start, title } = definition
  const lang = mainLang(definition)
  const shape = [
    ...(LANGS.some((one) => title[one]) ? [] : [problem('noTitle')]),
    ...(start && stepsById(definition).has(start) ? [] : [problem('noStart')]),
    ...sameIds(steps),
    ...steps.flatMap((step) => [
      ...textProblems(step, lang),
      ...wayProblems(step, definition),
      ...partProblems(step, definition, known),
    ]),
    ...loops(definition),
    ...unreachable(definition),
  ]
  // Test cases are only worth running on something that holds together.
  return shape.length > 0 ? shape : failingTests(definition, known.today)
}

/** The language in which a flow must be complete: the first one that its title has. */
export function mainLang({ title }: Definition): Lang {
  return LANGS.find((lang) => title[lang]) ?? LANGS[0]
}

/** How much of what people read is there in each language. */
export function completeness(definition: Definition): { lang: Lang; filled: number; total: number }[] {
  const main = mainLang(definition)
  const texts = textsOf(definition).filter((text) => LANGS.some((lang) => text[lang]))
  return LANGS.map((lang) => ({
    lang,
    filled: texts.filter((text) => text[lang]).length,
    total: texts.length,
  })).sort((a, b) => Number(b.lang === main) - Number(a.lang === main))
}

type Texts = Partial<Record<Lang, string>>

/** Every text of a definition, by language. */
export function textsOf(definition: Definition): Texts[] {
  return [definition.title, definition.lead, ...definition.steps.flatMap(textsOfStep)]
}

function textsOfStep(step: Step): Texts[] {
  if (step.kind === 'check') return []
  return [
    step.title,
    step.body,
    step.spoken,
    ...(step.picture ? [step.picture.alt] : []),
    ...(step.kind === 'choice' ? step.options.flatMap(({ label, hint }) => [label, hint]) : []),
    ...(step.kind === 'number' ? [step.unit] : []),
    ...(step.kind === 'end' && step.outcome.type === 'person' ? [step.outcome.message] : []),
  ]
}

function problem(code: Problem['code'], step: string | null = null, values: Record<string, string> = {}): Problem {
  return { code, step, values }
}

function sameIds(steps: readonly Step[]): Problem[] {
  const seen = new Set<string>()
  return steps.filter(({ id }) => seen.has(id) || !seen.add(id)).map(({ id }) => problem('sameId', id))
}

function textProblems(step: Step, lang: Lang): Problem[] {
  // Nobody reads the title of a check; editors know it by its id.
  const noText = step.kind !== 'check' && !step.title[lang] ? [problem('noText', step.id, { lang })] : []
  const noAlt = step.picture && !step.picture.alt[lang] ? [problem('noAlt', step.id, { lang })] : []
  if (step.kind !== 'choice') return [...noText, ...noAlt]
  const bare = step.options.filter(({ label }) => !label[lang])
  return [...noText, ...noAlt, ...bare.map(({ id }) => problem('noLabel', step.id, { option: id, lang }))]
}

function wayProblems(step: Step, definition: Definition): Problem[] {
  const known = stepsById(definition)
  return waysOf(step).flatMap(({ by, to }) => {
    if (to === null) return [problem('deadEnd', step.id, { by })]
    return known.has(to) ? [] : [problem('unknownStep', step.id, { by, to })]
  })
}

function partProblems(step: Step, definition: Definition, known: Known): Problem[] {
  if (step.kind === 'choice') {
    const ids = step.options.map((option) => option.id)
    return [
      ...(ids.length === 0 ? [problem('noOptions', step.id)] : []),
      ...ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => problem('sameId', step.id, { option: id })),
    ]
  }
  if (step.kind === 'lookup' && !known.lookups.has(step.lookup)) return [problem('unknownLookup', step.id)]
  if (step.kind === 'check')
    return [...(step.lines.length === 0 ? [problem('noLines', step.id)] : []), ...lineProblems(step, definition)]
  if (step.kind === 'end' && 'key' in step.outcome && !step.outcome.key) return [problem('noTarget', step.id)]
  return []
}

/** Kinds of steps whose answer a line can look at. */
const ASKED: Record<string, readonly StepKind[]> = {
  'one-of': ['choice', 'text', 'lookup', 'number'],
  'none-of': ['choice', 'text', 'lookup', 'number'],
  'at-least': ['number'],
  below: ['number'],
  'within-days': ['date'],
  'after-days': ['date'],
}

function lineProblems(step: Step & { kind: 'check' }, definition: Definition): Problem[] {
  const steps = stepsById(definition)
  return step.lines.flatMap((line) => {
    if (!('step' in line)) return []
    const asked = steps.get(line.step)
    if (!asked) return [problem('unknownAnswer', step.id, { asked: line.step })]
    const gone =
      'values' in line &&
      asked.kind === 'choice' &&
      line.values.some((value) => !asked.options.some(({ id }) => id === value))
    return gone || !ASKED[line.is]?.includes(asked.kind) ? [problem('wrongAnswer', step.id, { asked: line.step })] : []
  })
}

/** Steps from which one comes back to them. */
function loops(definition: Definition): Problem[] {
  const steps = stepsById(definition)
  const state = new Map<string, 'open' | 'done'>()
  const found: Problem[] = []
  const visit = (id: string, path: readonly string[]) => {
    if (state.get(id) === 'done') return
    if (state.get(id) === 'open') {
      found.push(problem('loop', id, { steps: [...path.slice(path.indexOf(id)), id].join(' → ') }))
      return
    }
    state.set(id, 'open')
    const step = steps.get(id)
    for (const { to } of step ? waysOf(step) : []) if (to !== null && steps.has(to)) visit(to, [...path, id])
    state.set(id, 'done')
  }
  for (const { id } of definition.steps) visit(id, [])
  return found
}

function unreachable(definition: Definition): Problem[] {
  if (!definition.start) return []
  const reached = reachedFrom(definition)
  return definition.steps.filter(({ id }) => !reached.has(id)).map(({ id }) => problem('unreachable', id))
}

function failingTests(definition: Definition, today: string): Problem[] {
  return definition.tests.flatMap((test) => {
    const { at, passed } = runTest(definition, test, today)
    return passed ? [] : [problem('testFails', at, { test: test.name, end: test.end, at })]
  })
}
