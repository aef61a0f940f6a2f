import type { Config } from '../platform/config/config.ts'
import { secretOf } from '../platform/config/secret.ts'
import { connectDatabase } from '../platform/database/connect.ts'
import { setUpCode } from '../slices/identity/index.ts'

/** Where Theke waits to be set up, and with which code; null when it is set up, or shows the demonstration. */
export async function waitingForSetUp(config: Config, url: string): Promise<{ address: string; code: string } | null> {
  if (config.demo) return null
  const database = connectDatabase({ url, connections: 1 })
  try {
    const code = await setUpCode(database.db, secretOf(config.secret, config.dataFolder))
    return code === null ? null : { address: `${config.url}/set-up`, code }
  } finally {
    await database.close()
  }
}
