import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, anonymous, system } from '../../src/kernel/actor.ts'
import type { Call } from '../../src/kernel/runner.ts'
import { migrations } from '../../src/migrations.ts'
import type { Config } from '../../src/platform/config/config.ts'
import { connectDatabase } from '../../src/platform/database/connect.ts'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { createTheke } from '../../src/theke.ts'

const silent = { info: () => undefined, warn: () => undefined, error: console.error }

/**
 * The core on a PostgreSQL of its own that waits for the disk as in earnest; jobs wait, the search index follows. `existing`: the address of
 * one that another process has opened.
 */
export async function openCore(existing?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'theke-bench-core-'))
  const server = existing
    ? { url: existing, stop: async () => undefined }
    : await startEmbedded(join(folder, 'postgres'), { purpose: 'bench' })
  if (!existing) await migrate({ url: server.url, migrations })
  const database = connectDatabase({ url: server.url, connections: 12 })
  const config = {
    port: 0,
    host: '127.0.0.1',
    url: 'http://localhost',
    dataFolder: folder,
    demo: false,
    secret: 'bench-only-bench-only-bench-only-bench-only',
    uploadLimit: 1_000_000,
    trustProxy: false,
    outboundHosts: [] as readonly string[],
  } as Config
  const theke = await createTheke({ config, log: silent, database })
  await theke.start({ work: false })
  await theke.liveIndex.isBuilt()
  return {
    theke,
    url: server.url,
    async close() {
      await theke.stop()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A call over the API by somebody with these permissions. */
export function callOf(personId: string, permissions: string[] = []): Call {
  const actor: Partial<Actor> = { personId, name: 'Bench', permissions: new Set(permissions) }
  return { actor: { ...anonymous('api', 'main'), ...actor }, lang: 'de' }
}

export const bySystem: Call = { actor: system('main'), lang: 'de' }
