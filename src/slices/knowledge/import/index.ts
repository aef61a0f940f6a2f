import { may } from '../../../kernel/actor.ts'
import type { Command } from '../../../kernel/command.ts'
import type { Operation } from '../../../kernel/operation.ts'
import type { NavigationItem } from '../../../kernel/slice.ts'
import type { Page } from '../../../ui/page.ts'
import { exportCommand } from '../export/command.ts'
import { exportPage } from '../export/export-page.ts'
import { exportPart } from '../export/operations/export-part.ts'
import { importCommand } from './command.ts'
import { beginImport } from './operations/begin-import.ts'
import { listImports } from './operations/list-imports.ts'
import { readImport } from './operations/read-import.ts'
import { importPage } from './pages/import.tsx'
import { importsPage } from './pages/imports.tsx'

export { runImport } from './run-import.ts'

export const transferOperations: Operation[] = [beginImport, listImports, readImport, exportPart]
export const transferPages: Page[] = [importsPage, importPage, exportPage]
export const transferCommands: Command[] = [importCommand, exportCommand]

/** Place in the administration. */
export const transferNavigation: NavigationItem = {
  place: 'admin',
  group: 'knowledge.nav.group',
  title: 'knowledge.import.nav',
  path: '/admin/import',
  icon: 'upload',
  order: 19,
  visible: (actor) => may(actor, 'knowledge.manage'),
}
