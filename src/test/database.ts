import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { connectDatabase, type Database } from '../platform/database/connect.ts'
import { onDatabase, onServer } from './cluster.ts'

/**
 * A migrated, empty database for the test file that calls this (at its top level or in `beforeAll`); dropped when the
 * file is done. `empty: true` gives one without any table.
 */
export async function openTestDatabase({ empty = false } = {}): Promise<Database> {
  const server = inject('server')
  const name = `theke_test_${randomBytes(6).toString('hex')}`
  const template = empty ? 'template0' : server.template
  await onServer(server.url, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  )
  const database = connectDatabase({ url: onDatabase(server.url, name), connections: 5 })
  afterAll(async () => {
    await database.close()
    await onServer(server.url, (client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return database
}
