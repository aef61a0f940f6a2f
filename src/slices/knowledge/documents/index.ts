import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { StoredFile } from '../../../kernel/files.ts'
import type { Operation } from '../../../kernel/operation.ts'
import type { NavigationItem } from '../../../kernel/slice.ts'
import type { Page } from '../../../ui/page.ts'
import { addDocument } from './operations/add-document.ts'
import { changeDocument } from './operations/change-document.ts'
import { listDocuments } from './operations/list-documents.ts'
import { listEditableDocuments } from './operations/list-editable-documents.ts'
import { readDocument } from './operations/read-document.ts'
import { readEditableDocument } from './operations/read-editable-document.ts'
import { removeDocument } from './operations/remove-document.ts'
import { adminDocumentPage } from './pages/admin-document.tsx'
import { adminDocumentsPage } from './pages/admin-documents.tsx'
import { documentPage } from './pages/document.tsx'
import { findReadableDocument } from './store.ts'

export { extractDocument } from './extract-document.ts'
export { documentFindables } from './find-pages.ts'

export const documentOperations: Operation[] = [
  listDocuments,
  readDocument,
  addDocument,
  changeDocument,
  removeDocument,
  listEditableDocuments,
  readEditableDocument,
]

/** Place in the administration. */
export const documentNavigation: NavigationItem = {
  place: 'admin',
  group: 'knowledge.nav.group',
  title: 'knowledge.documents.nav',
  path: '/admin/documents',
  icon: 'book-open',
  order: 13,
  visible: (actor) => may(actor, 'knowledge.write'),
}

export const documentPages: Page[] = [documentPage, adminDocumentsPage, adminDocumentPage]

/** The file of a document is read by whoever may read the document, and by editors. */
export async function mayReadDocumentFile(ctx: Ctx, file: StoredFile): Promise<boolean> {
  const id = file.owner?.split(':')[1] ?? ''
  return may(ctx.actor, 'knowledge.write') || (await findReadableDocument(ctx, id)) !== undefined
}
