import { createApp } from '../app.ts'
import type { Log } from '../kernel/ctx.ts'
import type { Config } from '../platform/config/config.ts'
import { connectDatabase } from '../platform/database/connect.ts'
import { loadDemo } from './demonstration.ts'

/** Puts the application together on the migrated database at `url`; `listen` opens it. */
export async function serve({ config, log, url, version }: { config: Config; log: Log; url: string; version: string }) {
  const database = connectDatabase({
    url,
    replicaUrl: config.databaseReplicaUrl,
    onError: (error) => log.warn({ err: error }, 'the database is away'),
  })
  const app = await createApp({ config, log, database, version })
  return {
    async listen() {
      if (config.demo) await loadDemo(app.theke, (text) => process.stdout.write(`${text}\n`))
      await app.listen()
    },
    async close() {
      await app.close()
      await database.close()
    },
  }
}
