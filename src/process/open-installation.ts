import { migrations } from '../migrations.ts'
import type { Config } from '../platform/config/config.ts'
import { connectDatabase } from '../platform/database/connect.ts'
import { migrate } from '../platform/database/migrate.ts'
import { joinServer } from '../platform/database/open.ts'
import { createLog } from '../platform/log/log.ts'
import { createTheke } from '../theke.ts'

/**
 * The installation for a command: on the database of the Theke that runs, else on a server of its own for as long as
 * the command takes. Jobs that it causes are done by the running Theke, else after the next start.
 */
export async function openInstallation(config: Config, purpose: string, say: (text: string) => void) {
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel)
  const server = await joinServer(config, { info: say, warn: (text) => log.warn({}, text) }, purpose)
  await migrate({ url: server.url, migrations })
  const database = connectDatabase({ url: server.url, statementTimeoutMs: 0 })
  const theke = await createTheke({ config, log, database })
  return {
    theke,
    async close() {
      await theke.stop()
      await database.close()
      await server.stop()
    },
  }
}
