import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { articlesBeside } from './beside.ts'
import { keepCalendar } from './calendar.ts'
import { findables, mayReadFile, navigation, personalData, readiness, siteMap } from './contributes.ts'
import { loadDemo } from './demo.ts'
import {
  documentFindables,
  documentNavigation,
  documentOperations,
  documentPages,
  extractDocument,
  mayReadDocumentFile,
} from './documents/index.ts'
import { reactions } from './events.ts'
import { namesOfFacets } from './facet-names.ts'
import { articleTarget } from './flow-target.ts'
import { runImport, transferCommands, transferNavigation, transferOperations, transferPages } from './import/index.ts'
import { checkLinks } from './link-check.ts'
import { operations } from './operations/index.ts'
import { adminPages } from './pages/admin/index.ts'
import { readingNavigation, readingPages } from './pages/reading/index.ts'

/** The knowledge base: articles of every kind, their translations, versions, review, and what readers say of them. */
export const knowledge: Slice = {
  name: 'knowledge',
  operations: [...operations, ...documentOperations, ...transferOperations],
  permissions: [
    { name: 'knowledge.write', title: 'knowledge.permission.write' },
    { name: 'knowledge.review', title: 'knowledge.permission.review' },
    { name: 'knowledge.manage', title: 'knowledge.permission.manage' },
  ],
  reactions,
  jobs: [keepCalendar, checkLinks, extractDocument, runImport],
  navigation: [...navigation, ...readingNavigation, documentNavigation, transferNavigation],
  findables: [findables, documentFindables],
  facetNames: namesOfFacets,
  context: [articlesBeside],
  flowTargets: [articleTarget],
  changesPages: [
    'article.published',
    'article.archived',
    'article.expired',
    'article.changed',
    'article.renamed',
    'article.checked',
    'articles.loaded',
    'category.changed',
    'product.changed',
    'document.extracted',
    'document.changed',
    'document.removed',
  ],
  personalData,
  fileAccess: { article: mayReadFile, document: mayReadDocumentFile },
  siteMap,
  readiness,
  demo: loadDemo,
  commands: transferCommands,
}

/** The pages of the knowledge base: reading and writing. */
export const knowledgePages: Page[] = [...adminPages, ...readingPages, ...documentPages, ...transferPages]
