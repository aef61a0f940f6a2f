import { createApp } from '../app.ts'
import type { Log } from '../kernel/ctx.ts'
import type { Config } from '../platform/config/config.ts'
import { connectDatabase } from '../platform/database/connect.ts'
import { loadDemo } from './demonstration.ts'

/** Serves on the migrated database at `url`. Gives the address and how to stop in order. */
export async function serve({ config, log, url, version }: { config: Config; log: Log; url: string; version: string }) {
  const database = connectDatabase({
    url,
    replicaUrl: config.databaseReplicaUrl,
    onError: (error) => log.warn({ err: error }, 'the database is away'),
  })
  const app = await createApp({ config, log, database, version })
  if (config.demo) await loadDemo(app.theke, (text) => process.stdout.write(`${text}\n`))
  const address = await app.listen()
  return {
    address,
    app,
    async close() {
      await app.close()
      await database.close()
    },
  }
}
