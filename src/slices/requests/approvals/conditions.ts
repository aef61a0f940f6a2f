import type { Ctx } from '../../../kernel/ctx.ts'
import { conditionProblems } from '../../../kernel/form/check-definition.ts'
import { Field, fieldsOf } from '../../../kernel/form/definition.ts'
import { inLang } from '../../../kernel/form/local-text.ts'
import { type Issue, refuse } from '../../../kernel/refusal.ts'
import { latestForm } from '../../forms/index.ts'
import type { ApprovalChain } from './definition.ts'

/** What an approval belongs to: an order has a price and a quantity besides the answers of its form. */
export const SUBJECTS = ['order', 'request'] as const
export type Subject = (typeof SUBJECTS)[number]

/**
 * What the conditions of a chain may look at: the fields of the form that people fill in now, and of an order its amount and quantity.
 * @param formKey null: nothing is filled in
 */
export async function conditionFields(ctx: Ctx, formKey: string | null, subject: Subject): Promise<Field[]> {
  const form = formKey === null ? undefined : await latestForm(ctx, formKey)
  const asked = form ? fieldsOf(form.definition).filter((field) => field.type !== 'note') : []
  const counted = subject === 'order' ? (['amount', 'quantity'] as const) : []
  const own = counted.map((key) =>
    Field.parse({ key, type: 'number', label: { [ctx.lang]: ctx.t(`requests.process.${key}`) } }),
  )
  // What an order counts itself stands in the way of an answer of the same name.
  return [...own, ...asked.filter(({ key }) => !own.some((one) => one.key === key))]
}

/**
 * Refuses conditions that could never hold, and would leave a step out that somebody wanted: over fields that are not there, or with values
 * that do not fit.
 * @param at where the chain is in the input; or the input that is to be mended, when it is not the chain
 */
export function checkConditions(
  ctx: Ctx,
  chain: ApprovalChain,
  fields: readonly Field[],
  at: { chain: Issue['path'] } | { input: Issue['path'] },
): void {
  const known = new Map(fields.map((field) => [field.key, field]))
  const issues = chain.stages.flatMap((stage, n) =>
    stage.steps.flatMap((step, position) =>
      conditionProblems(step.when, known).map(([problem, values]): Issue => {
        const key = String(values?.['key'] ?? '')
        const field = known.get(key)
        return {
          path: 'input' in at ? at.input : [...at.chain, 'stages', n, 'steps', position, 'when'],
          key: problem === 'form.problem.comparison' ? 'requests.process.whenUnfit' : 'requests.process.whenUnknown',
          values: { step: n + 1, field: field ? inLang(field.label, ctx.lang) : key },
        }
      }),
    ),
  )
  if (issues.length > 0) throw refuse.invalid(issues)
}
