import type { Page } from '../../../../ui/page.ts'
import { builderPage } from './builder.tsx'
import { formFilePage, formSchemaPage } from './file.ts'
import { formsPage } from './forms.tsx'
import { versionPage } from './version.tsx'
import { versionsPage } from './versions.tsx'

/** Pages for those who build forms. */
export const adminPages: readonly Page[] = [
  formsPage,
  builderPage,
  versionsPage,
  versionPage,
  formFilePage,
  formSchemaPage,
]
