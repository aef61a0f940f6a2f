import { referencePage } from './adapters/api/pages/reference.tsx'
import { administrationPage } from './adapters/web/pages/administration.tsx'
import { webNavigation, webPages } from './adapters/web/pages/index.ts'
import { siteMapPages } from './adapters/web/pages/site-map.ts'
import type { NavigationItem, Slice } from './kernel/slice.ts'
import { administration, administrationPages } from './slices/administration/index.ts'
import { answers, answersPages } from './slices/answers/index.ts'
import { catalogue, cataloguePages } from './slices/catalogue/index.ts'
import { flows, flowsPages } from './slices/flows/index.ts'
import { forms, formsPages } from './slices/forms/index.ts'
import { identity, identityPages } from './slices/identity/index.ts'
import { knowledge, knowledgePages } from './slices/knowledge/index.ts'
import { noticesOver } from './slices/notices/index.ts'
import { requests, requestsPages } from './slices/requests/index.ts'
import type { Page } from './ui/page.ts'

/** The slices that tell people of something. */
const telling: readonly Slice[] = [identity, forms, knowledge, answers, flows, requests, catalogue, administration]
const notices = noticesOver(telling.flatMap((slice) => slice.notifications ?? []))

/** The slices of this installation, in the order in which their demonstration content is loaded. */
export const slices: readonly Slice[] = [...telling, notices.slice]

/** Entries of the navigations of portal, account and administration. */
export const navigation: readonly NavigationItem[] = [
  ...slices.flatMap((slice) => slice.navigation ?? []),
  ...webNavigation,
]

/** The pages of all slices and adapters. */
export const pages: readonly Page[] = [
  ...webPages,
  administrationPage(navigation),
  ...siteMapPages(slices),
  referencePage(slices.flatMap((slice) => slice.operations)),
  ...identityPages,
  ...formsPages,
  ...knowledgePages,
  ...answersPages,
  ...flowsPages,
  ...requestsPages,
  ...cataloguePages,
  ...administrationPages,
  ...notices.pages,
]
