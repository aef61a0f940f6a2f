import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrations } from '../migrations.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests make databases of their own, and the migrated database that they copy. */
    server: { url: string; template: string }
  }
}

const PREFIX = 'theke-test-'

/**
 * One PostgreSQL for the whole run: the embedded one, or the server named by TEST_DATABASE_URL or DATABASE_URL. A
 * template is migrated once; each test file copies it, which takes milliseconds.
 */
export default async function prepareCluster(project: TestProject) {
  const own = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
  const cluster = own ? { url: own, stop: async () => undefined } : await startTemporary()
  const template = `theke_template_${process.pid}`
  await onServer(cluster.url, (client) => client.query(`create database ${template}`))
  await migrate({ url: onDatabase(cluster.url, template), migrations })
  project.provide('server', { url: cluster.url, template })
  return async () => {
    if (own) await onServer(own, (client) => client.query(`drop database if exists ${template} with (force)`))
    await cluster.stop()
  }
}

/** The same server's connection string, for another database. */
export function onDatabase(url: string, database: string) {
  return url.replace(/\/[^/?]*(\?|$)/, `/${database}$1`)
}

/** Runs statements on the server outside any test's database. */
export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function startTemporary() {
  removeLeftovers()
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  // Nobody needs these data after a crash: without waiting for the disk the tests are quicker.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
  const server = await startEmbedded(folder, { quickly: true, settings, purpose: 'test' })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Folders of runs that were killed: their server went with them, their files stayed. */
function removeLeftovers() {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0
    if (pid > 0 && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
