import { migrations } from '../../migrations.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { joinServer } from '../../platform/database/open.ts'
import type { InstallationCommand } from './installation-command.ts'

/** Brings the database up to date without starting Theke: before several machines are started on it, for example. */
export const migrateCommand: InstallationCommand = {
  name: 'migrate',
  summary: 'Bring the database up to date (npm start does so by itself)',
  usage: '',
  async run({ config, say }) {
    const server = await joinServer(config, { info: say, warn: say }, 'theke migrate')
    try {
      const onApplied = ({ slice, name }: { slice: string; name: string }) => say(`  ${slice}/${name}`)
      const { applied } = await migrate({ url: server.url, migrations, onApplied })
      say(applied === 0 ? 'The database is up to date.' : `Applied ${applied}.`)
    } finally {
      await server.stop()
    }
  },
}
