/**
 * Search: a pure, in-process engine without I/O. It is told what can be found (`put`, `remove`) and answers questions from
 * it, each for one asker: what they may not read has no influence on what they see, counts and suggestions included.
 */

export { createAnswerables } from './answerables.ts'
export { createSearchIndex } from './engine.ts'
export type * from './types.ts'
