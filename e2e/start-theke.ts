import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startProgram, stopProgram, untilReady } from './program.ts'

/** Journeys receive messages of web hooks themselves. */
const LOCAL = { THEKE_OUTBOUND_HOSTS: '127.0.0.1' }

/**
 * Starts the built Theke with the demonstration content, on a free port and a data folder of its own, for the whole
 * run; on the embedded database, or on one of its own at the server that TEST_DATABASE_URL or DATABASE_URL names.
 * THEKE_E2E_URL names a Theke that already runs instead (quicker while a journey is being written).
 */
export default async function startTheke() {
  if (process.env['THEKE_E2E_URL']) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'theke-e2e-'))
  const database = await createDatabase()
  const program = await startProgram({ THEKE_DATA: folder, THEKE_DEMO: '1', ...LOCAL, ...database.environment })
  await untilReady(program)
  process.env['THEKE_E2E_URL'] = program.url
  return async () => {
    await stopProgram(program)
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function createDatabase(): Promise<{ environment: Record<string, string>; drop(): Promise<unknown> }> {
  const server = process.env['TEST_DATABASE_URL'] || process.env['DATABASE_URL']
  if (!server) return { environment: {}, drop: async () => undefined }
  const name = `theke_e2e_${process.pid}`
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await ask(`create database ${name}`)
  const url = server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
  return { environment: { DATABASE_URL: url }, drop: () => ask(`drop database if exists ${name} with (force)`) }
}
