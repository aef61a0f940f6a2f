import type { Slice } from '../../../kernel/slice.ts'
import { addFiles } from './add-files.ts'
import { addTranslation } from './add-translation.ts'
import { archiveArticle } from './archive-article.ts'
import { changeArticle } from './change-article.ts'
import { checkArticle } from './check-article.ts'
import { compareVersions } from './compare-versions.ts'
import { compareWithNewest } from './compare-with-newest.ts'
import { createArticle } from './create-article.ts'
import { dropDraft } from './drop-draft.ts'
import { handleFeedback } from './handle-feedback.ts'
import { keepDraft } from './keep-draft.ts'
import { keepPresence } from './keep-presence.ts'
import { listArticles } from './list-articles.ts'
import { listCategories } from './list-categories.ts'
import { listCategoriesForKeeping } from './list-categories-for-keeping.ts'
import { listChoices } from './list-choices.ts'
import { listFeedback } from './list-feedback.ts'
import { listForEditing } from './list-for-editing.ts'
import { listLinkTargets } from './list-link-targets.ts'
import { listProducts } from './list-products.ts'
import { listProductsForKeeping } from './list-products-for-keeping.ts'
import { listRelated } from './list-related.ts'
import { listTags } from './list-tags.ts'
import { listVersions } from './list-versions.ts'
import { markChecked } from './mark-checked.ts'
import { previewText } from './preview-text.ts'
import { publishArticle } from './publish-article.ts'
import { rateArticle } from './rate-article.ts'
import { readArticle } from './read-article.ts'
import { readForEditing } from './read-for-editing.ts'
import { readHome } from './read-home.ts'
import { readProposal } from './read-proposal.ts'
import { readReviewRule } from './read-review-rule.ts'
import { redirectOf } from './redirect-of.ts'
import { removeAttachment } from './remove-attachment.ts'
import { removeCategory } from './remove-category.ts'
import { removeProduct } from './remove-product.ts'
import { renameArticle } from './rename-article.ts'
import { renameTag } from './rename-tag.ts'
import { restoreVersion } from './restore-version.ts'
import { saveCategory } from './save-category.ts'
import { saveProduct } from './save-product.ts'
import { saveVersion } from './save-version.ts'
import { sendBackArticle } from './send-back-article.ts'
import { setReviewRule } from './set-review-rule.ts'
import { submitArticle } from './submit-article.ts'

/** Everything that can be done with the knowledge base: reading first, then writing. */
export const operations: Slice['operations'] = [
  readHome,
  readArticle,
  redirectOf,
  listArticles,
  listRelated,
  listCategories,
  listProducts,
  listTags,
  rateArticle,
  addFiles,
  addTranslation,
  archiveArticle,
  changeArticle,
  checkArticle,
  compareVersions,
  compareWithNewest,
  createArticle,
  dropDraft,
  handleFeedback,
  keepDraft,
  keepPresence,
  listCategoriesForKeeping,
  listChoices,
  listFeedback,
  listForEditing,
  listLinkTargets,
  listProductsForKeeping,
  listVersions,
  markChecked,
  previewText,
  publishArticle,
  readForEditing,
  readProposal,
  readReviewRule,
  removeAttachment,
  removeCategory,
  removeProduct,
  renameArticle,
  renameTag,
  restoreVersion,
  saveCategory,
  saveProduct,
  saveVersion,
  sendBackArticle,
  setReviewRule,
  submitArticle,
]
