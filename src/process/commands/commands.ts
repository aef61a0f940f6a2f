import { demo } from './demo.ts'
import type { InstallationCommand } from './installation-command.ts'
import { migrateCommand } from './migrate.ts'

/** The commands on the installation as a whole; slices add theirs. */
export const installationCommands: readonly InstallationCommand[] = [migrateCommand, demo]
