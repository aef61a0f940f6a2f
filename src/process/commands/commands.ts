import { backup } from './backup.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import type { InstallationCommand } from './installation-command.ts'
import { migrateCommand } from './migrate.ts'
import { restore } from './restore.ts'

/** The commands on the installation as a whole; slices add theirs. */
export const installationCommands: readonly InstallationCommand[] = [migrateCommand, demo, backup, restore, doctor]
