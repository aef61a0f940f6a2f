import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { findables, mayReadFile, navigation, personalData, readiness, siteMap } from './contributes.ts'
import {
  documentFindables,
  documentNavigation,
  documentOperations,
  documentPages,
  extractDocument,
  mayReadDocumentFile,
} from './documents/index.ts'
import { namesOfFacets } from './facet-names.ts'
import { listArticles } from './operations/list-articles.ts'
import { listCategories } from './operations/list-categories.ts'
import { listProducts } from './operations/list-products.ts'
import { listRelated } from './operations/list-related.ts'
import { listTags } from './operations/list-tags.ts'
import { rateArticle } from './operations/rate-article.ts'
import { readArticle } from './operations/read-article.ts'
import { readHome } from './operations/read-home.ts'
import { redirectOf } from './operations/redirect-of.ts'
import { readingPages } from './pages/reading/index.ts'

/** The knowledge base: articles of every kind, their translations, versions, review, and what readers say of them. */
export const knowledge: Slice = {
  name: 'knowledge',
  operations: [
    readHome,
    readArticle,
    redirectOf,
    listArticles,
    listRelated,
    listCategories,
    listProducts,
    listTags,
    rateArticle,
    ...documentOperations,
  ],
  permissions: [
    { name: 'knowledge.write', title: 'knowledge.permission.write' },
    { name: 'knowledge.review', title: 'knowledge.permission.review' },
    { name: 'knowledge.manage', title: 'knowledge.permission.manage' },
  ],
  navigation: [...navigation, documentNavigation],
  findables: [findables, documentFindables],
  jobs: [extractDocument],
  facetNames: namesOfFacets,
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
}

/** The pages of the knowledge base: reading and writing. */
export const knowledgePages: Page[] = [...readingPages, ...documentPages]
