import type { NavigationItem } from '../../../../kernel/slice.ts'
import type { Page } from '../../../../ui/page.ts'
import { articlePage } from './article.tsx'
import { categoryByKeyPage, categoryPage } from './category.tsx'
import { categoryFeedPage, feedPage } from './feed.ts'
import { helpPage } from './help.tsx'
import { homePage } from './home.tsx'
import { listPage, newsPage } from './list.tsx'

/** The pages that readers see. */
export const readingPages: Page[] = [
  homePage,
  helpPage,
  listPage,
  newsPage,
  feedPage,
  categoryFeedPage,
  categoryPage,
  categoryByKeyPage,
  articlePage,
]

/** Where readers find them. */
export const readingNavigation: NavigationItem[] = [
  {
    place: 'portal',
    path: '/help',
    title: 'knowledge.reading.help',
    icon: 'book-open',
    order: 10,
    visible: () => true,
  },
  {
    place: 'portal',
    path: '/news',
    title: 'knowledge.reading.news',
    icon: 'newspaper',
    order: 60,
    visible: () => true,
  },
]
