import type { Page } from '../../../../ui/page.ts'
import { classifyPage } from './steps/classify.tsx'
import { closingPage } from './steps/closing.tsx'
import { requesterPage, tagsPage } from './steps/facts.tsx'
import { mergePage, splitPage } from './steps/joining.tsx'
import { knownErrorStep } from './steps/known-error.tsx'
import { promisePage } from './steps/promise.tsx'

/** Steps at a request that need a page of their own. */
export const stepPages: Page[] = [
  classifyPage,
  promisePage,
  closingPage,
  tagsPage,
  requesterPage,
  mergePage,
  splitPage,
  knownErrorStep,
]
