import { isLang } from '../../kernel/lang.ts'
import type { Operation } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Call } from '../../kernel/runner.ts'
import { refuseBeforeSetUp } from '../http/before-set-up.ts'
import { bugProblem, type Problem, problemOf } from '../http/problem.ts'
import type { HttpServices } from '../http/services.ts'

/** What a tool gives back: the answer as JSON and as text, or the problem. */
export interface ToolResult {
  content: { type: 'text'; text: string }[]
  structuredContent?: Record<string, unknown>
  isError?: boolean
  [field: string]: unknown
}

/** Runs an operation for an assistant. Refusals are results that the assistant can read and mend, with the same problems as the REST API. */
export async function callTool(
  services: HttpServices,
  operation: Operation,
  caller: Call & { requestId: string },
  given: Record<string, unknown>,
): Promise<ToolResult> {
  const { confirmed, ...input } = given
  const lang = isLang(input['lang']) ? input['lang'] : caller.lang
  const t = services.texts(lang)
  try {
    await refuseBeforeSetUp(services, operation)
    if (operation.confirm && confirmed !== true)
      throw new Refusal('conflict', { reason: 'mcp.not_confirmed', key: 'mcp.notConfirmed' })
    const answer: unknown = await services.runner.run(operation, { ...caller, lang }, input)
    const text = JSON.stringify(answer)
    return { content: [{ type: 'text', text }], structuredContent: JSON.parse(text) }
  } catch (error) {
    const known = error instanceof Refusal
    if (!known) services.log.error({ err: error, requestId: caller.requestId }, 'a tool call failed')
    return failed(known ? problemOf(error, t, caller.requestId) : bugProblem(t, caller.requestId))
  }
}

function failed(problem: Problem): ToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(problem) }], isError: true }
}
