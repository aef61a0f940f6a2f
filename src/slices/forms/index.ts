import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { mayReadFile, navigation, personalData } from './contributes.ts'
import { jobs } from './jobs.ts'
import { dropDraft } from './operations/drop-draft.ts'
import { keepDraft } from './operations/keep-draft.ts'
import { listDrafts } from './operations/list-drafts.ts'
import { readDraft } from './operations/read-draft.ts'
import { draftsPage } from './pages/drafts.tsx'
import { fillPage } from './pages/fill.tsx'

export { type AnswerRow, answerRows } from './answer-rows.ts'
export type { DraftView, FormAtVersion, TakenAnswers } from './door.ts'
export {
  createDraft,
  finishDraft,
  formChoices,
  latestForm,
  readDraft,
  readFormVersion,
  takeAnswers,
} from './door.ts'

/** Forms that administrators build, in versions, and the answers under way to them. */
export const forms: Slice = {
  name: 'forms',
  operations: [readDraft, keepDraft, listDrafts, dropDraft],
  jobs,
  navigation,
  personalData,
  fileAccess: { draft: mayReadFile },
}

/** The pages of the slice. */
export const formsPages: readonly Page[] = [fillPage, draftsPage]
