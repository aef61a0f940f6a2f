import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { UsageProblem } from '../../kernel/command.ts'
import { migrations } from '../../migrations.ts'
import { BackupProblem } from '../../platform/backup/archive.ts'
import { restoreBackup } from '../../platform/backup/restore-backup.ts'
import { secretOf } from '../../platform/config/secret.ts'
import { openServer } from '../../platform/database/open.ts'
import { openStore } from '../../platform/files/index.ts'
import { createJobs } from '../../platform/jobs/jobs.ts'
import { createLog } from '../../platform/log/log.ts'
import type { InstallationCommand } from './installation-command.ts'

/** Brings a backup into an empty installation that is not running. */
export const restore: InstallationCommand = {
  name: 'restore',
  usage: '<file>',
  summary: 'Bring a backup into an empty installation: all of it or nothing',
  async run({ config, words, path, say }) {
    const [file] = words
    if (!file || words.length > 1) throw new UsageProblem('Which backup? One file, please.')
    const server = await openServer(config, { info: say, warn: say }, 'theke restore')
    const jobs = createJobs({ databaseUrl: server.url, jobs: [], reactions: [], log: createLog('warn') })
    try {
      await requireStopped(server.url)
      await jobs.prepare()
      say(`Restoring ${path(file)}`)
      const { store, temporaryFolder } = openStore(config)
      const { secret, createdAt } = await restoreBackup({
        ...{ url: server.url, path: path(file), store, temporaryFolder, migrations, putBack: jobs.putBack },
        onProgress: say,
      })
      keepSecret(config, secret, say)
      say(`Done: everything is as it was on ${createdAt}. Start Theke with npm start.`)
    } finally {
      await jobs.stop()
      await server.stop()
    }
  },
}

/** The embedded database has one owner; on a server of one's own somebody else could be writing. */
async function requireStopped(url: string) {
  const client = new pg.Client({ connectionString: url, application_name: 'theke restore' })
  await client.connect()
  const { rowCount } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and application_name like 'theke listener%'`,
  )
  await client.end()
  if (rowCount) throw new BackupProblem('Theke is running on this database. Stop it first.')
}

function keepSecret(
  config: { secret: string | undefined; dataFolder: string },
  secret: string,
  say: (text: string) => void,
) {
  if (!config.secret) {
    writeFileSync(join(config.dataFolder, 'secret'), `${secret}\n`, { mode: 0o600 })
    return
  }
  if (secretOf(config.secret, config.dataFolder) === secret) return
  say(
    'THEKE_SECRET is another one than at the time of the backup: everybody has to sign in again, second factors have to be set up anew.',
  )
}
