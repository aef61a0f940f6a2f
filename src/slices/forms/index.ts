import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { mayReadFile, navigation, permissions, personalData } from './contributes.ts'
import { demo } from './demo.ts'
import { jobs } from './jobs.ts'
import { archiveForm } from './operations/archive-form.ts'
import { changeForm } from './operations/change-form.ts'
import { compareVersions } from './operations/compare-versions.ts'
import { createForm } from './operations/create-form.ts'
import { dropDraft } from './operations/drop-draft.ts'
import { exportForm } from './operations/export-form.ts'
import { importForm } from './operations/import-form.ts'
import { keepDraft } from './operations/keep-draft.ts'
import { listDrafts } from './operations/list-drafts.ts'
import { listForms } from './operations/list-forms.ts'
import { listVersions } from './operations/list-versions.ts'
import { previewForm } from './operations/preview-form.ts'
import { publishForm } from './operations/publish-form.ts'
import { readAnswerSchema } from './operations/read-answer-schema.ts'
import { readDraft } from './operations/read-draft.ts'
import { readForm } from './operations/read-form.ts'
import { restoreForm } from './operations/restore-form.ts'
import { saveForm } from './operations/save-form.ts'
import { adminPages } from './pages/admin/index.ts'
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
export { FormFile } from './form-file.ts'
export { ConditionEditor } from './pages/admin/ConditionEditor.tsx'
export { conditionOf } from './pages/admin/condition-fields.ts'
export { ARRIVALS, bringForm, publishedFormFile } from './transfer.ts'

/** Forms that administrators build, in versions, and the answers under way to them. */
export const forms: Slice = {
  name: 'forms',
  operations: [
    readDraft,
    keepDraft,
    listDrafts,
    dropDraft,
    readAnswerSchema,
    listForms,
    readForm,
    createForm,
    changeForm,
    saveForm,
    publishForm,
    archiveForm,
    listVersions,
    compareVersions,
    restoreForm,
    previewForm,
    exportForm,
    importForm,
  ],
  permissions,
  jobs,
  navigation,
  personalData,
  fileAccess: { draft: mayReadFile },
  demo,
}

/** The pages of the slice. */
export const formsPages: readonly Page[] = [fillPage, draftsPage, ...adminPages]
