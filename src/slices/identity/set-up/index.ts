import type { Operation } from '../../../kernel/operation.ts'
import type { Page } from '../../../ui/page.ts'
import { answerSetUp } from './operations/answer-set-up.ts'
import { beginSetUp } from './operations/begin-set-up.ts'
import { finishSetUp } from './operations/finish-set-up.ts'
import { makeSetUpCode } from './operations/make-set-up-code.ts'
import { readSetUp } from './operations/read-set-up.ts'
import { administratorStep } from './pages/administrator.tsx'
import { beginPage } from './pages/begin.tsx'
import { brandStep } from './pages/brand.tsx'
import { languagesStep } from './pages/languages.tsx'
import { organisationStep } from './pages/organisation.tsx'

export { currentCode } from './code.ts'
export { makeSetUpCode } from './operations/make-set-up-code.ts'
export { markSetUp } from './store.ts'

/** Setting up a new installation: from the one-time code to the first administrator. */
// biome-ignore lint/suspicious/noExplicitAny: operations of any input and output stand in one list
export const setUpOperations: readonly Operation<any, any>[] = [
  beginSetUp,
  readSetUp,
  answerSetUp,
  finishSetUp,
  makeSetUpCode,
]

export const setUpPages: readonly Page[] = [beginPage, organisationStep, languagesStep, brandStep, administratorStep]
