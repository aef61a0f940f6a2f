import type { Page } from '../../../../ui/page.ts'
import { editorPage } from './editor.tsx'
import { exportPage, schemaPage } from './export.ts'
import { flowsPage } from './flows.tsx'
import { previewPage } from './preview.tsx'
import { propertiesPage } from './properties.tsx'
import { stepPage } from './step.tsx'
import { testsPage } from './tests.tsx'
import { versionsPage } from './versions.tsx'

export const adminPages: readonly Page[] = [
  flowsPage,
  editorPage,
  stepPage,
  testsPage,
  previewPage,
  propertiesPage,
  versionsPage,
  exportPage,
  schemaPage,
]
