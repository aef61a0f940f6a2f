import type { Fields } from '../../../../ui/page.ts'
import type { MacroStep } from '../macro.ts'

/** The steps that a form describes: answer, note, and one change of everything else. */
export function macroSteps(fields: Fields): MacroStep[] {
  const steps: object[] = []
  const template = fields.optional('template')
  if (template) steps.push({ do: 'answer', template, state: fields.optional('then') ?? 'waiting' })
  const note = fields.optional('note')
  if (note) steps.push({ do: 'note', text: note })
  const tags = fields
    .get('tags')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)
  const change = {
    assignee: fields.optional('assignee'),
    team: fields.optional('toTeam'),
    priority: fields.optional('priority'),
    state: fields.optional('state'),
    reason: fields.optional('reason'),
    reasonWords: fields.optional('reasonWords'),
    ...(tags.length > 0 ? { addTags: tags } : {}),
  }
  if (Object.values(change).some((value) => value !== undefined)) steps.push({ do: 'change', change })
  // Checked by the operation.
  return steps as MacroStep[]
}

/** The same, the other way round: what the fields of the form show. */
export function stepOf(steps: readonly MacroStep[]) {
  const answer = steps.find((step) => step.do === 'answer')
  const note = steps.find((step) => step.do === 'note')
  const change = steps.find((step) => step.do === 'change')?.change
  return {
    template: answer?.template,
    afterwards: answer?.state,
    note: note?.text,
    assignee: change?.assignee,
    team: change?.team,
    priority: change?.priority === undefined ? undefined : String(change.priority),
    state: change?.state,
    reason: change?.reason,
    reasonWords: change?.reasonWords,
    tags: change?.addTags.join(', '),
  }
}
