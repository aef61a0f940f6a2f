import type { Call } from './runner.ts'

/** Answers of queries that many may share, kept in the memory of a process. */
export interface SharedAnswers {
  get(key: string): unknown
  /** Keeps an answer, unless something changed since `generation` was asked for. */
  set(key: string, answer: unknown, generation: number): void
  generation(): number
}

const audienceKeys = new WeakMap<ReadonlySet<string>, string>()

/**
 * What a shared answer depends on: operation, input, language, portal, and what the actor may see. Two actors with the same key get the
 * same answer by the meaning of `shared` in the operation.
 */
export function sharedKey(operation: string, call: Call, input: unknown): string {
  const { audiences, portal, channel } = call.actor
  let audienceKey = audienceKeys.get(audiences)
  if (audienceKey === undefined) {
    audienceKey = [...audiences].sort().join(',')
    audienceKeys.set(audiences, audienceKey)
  }
  return `${operation}|${call.lang}|${portal}|${channel === 'system' ? 'system' : ''}|${audienceKey}|${JSON.stringify(input)}`
}
