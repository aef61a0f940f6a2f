import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { move } from '../move.ts'
import { nextStates } from '../rules.ts'
import { insertEntry } from '../store/entries.ts'
import { applyChange } from './change.ts'
import type { DeskChoices } from './choices.ts'
import { fillIn } from './fill-in.ts'
import type { MacroStep } from './macro.ts'
import type { DeskRow } from './store/desk.ts'
import { findTemplate, type Macro } from './store/phrases.ts'

/** Does the steps of a macro to a request, one after the other. What the first steps refuse, none of them does. */
export async function runSteps(ctx: Ctx, request: DeskRow, macro: Macro, choices: DeskChoices): Promise<DeskRow> {
  let row = request
  for (const step of macro.steps) row = await runStep(ctx, row, step, choices)
  return row
}

async function runStep(ctx: Ctx, request: DeskRow, step: MacroStep, choices: DeskChoices): Promise<DeskRow> {
  if (step.do === 'change') return applyChange(ctx, request, step.change, choices)
  if (step.do === 'note') {
    await insertEntry(ctx, request.id, { kind: 'note', side: 'desk', body: step.text })
    ctx.emit({ type: 'request.noted', subject: { kind: 'request', id: request.id } })
    return request
  }
  const template = await findTemplate(ctx, step.template)
  if (!template) throw refuse.conflict('requests.template_gone', 'requests.desk.macro.templateGone')
  return answerWith(ctx, request, await fillIn(ctx, template, request), step.state)
}

/**
 * Answers with a text and says where the request stands then; also used where one answer reaches many.
 * @param options.takes what nobody deals with is dealt with by the actor from then on
 */
export async function answerWith(
  ctx: Ctx,
  request: DeskRow,
  text: string,
  state: 'open' | 'waiting' | 'solved',
  { takes } = { takes: true },
): Promise<DeskRow> {
  if (state !== request.state && !nextStates(request.state).includes(state))
    throw refuse.conflict('requests.closed', 'requests.answer.closed')
  const entry = await insertEntry(ctx, request.id, { kind: 'message', side: 'desk', body: text })
  const assignee_id = request.assignee_id ?? (takes ? ctx.actor.personId : null)
  const moved = await move(ctx, request, { to: state, side: 'desk', answered: true, change: { assignee_id } })
  ctx.emit({ type: 'request.answered', subject: { kind: 'request', id: request.id }, payload: { entry, state } })
  return { ...request, ...moved }
}
