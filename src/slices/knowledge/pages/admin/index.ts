import type { Page } from '../../../../ui/page.ts'
import { articlesPage } from './articles.tsx'
import { categoriesPage } from './categories.tsx'
import { categoryPage } from './category.tsx'
import { editorPage } from './editor.tsx'
import { feedbackPage } from './feedback.tsx'
import { historyPage } from './history.tsx'
import { newArticlePage } from './new-article.tsx'
import { productPage } from './product.tsx'
import { propertiesPage } from './properties.tsx'
import { reviewPage } from './review.tsx'

/** The pages of those who write, review and keep the knowledge base. */
export const adminPages: Page[] = [
  articlesPage,
  newArticlePage,
  editorPage,
  propertiesPage,
  historyPage,
  reviewPage,
  feedbackPage,
  categoriesPage,
  categoryPage,
  productPage,
]
