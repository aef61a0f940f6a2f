import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { findRunning, startEmbedded } from './embedded.ts'

type Says = { info(text: string): void; warn(text: string): void }

/** The installation's database server: where it is, and how to let go of it. */
export type OpenServer = { url: string; embedded: boolean; stop(): Promise<void> }

/** The server for a process that serves: one's own by DATABASE_URL, else the embedded one, started here. */
export async function openServer(config: Config, log: Says, purpose = 'start'): Promise<OpenServer> {
  if (config.databaseUrl) return { url: config.databaseUrl, embedded: false, stop: async () => undefined }
  const server = await startEmbedded(databaseFolder(config), { log, purpose })
  return { url: server.url, embedded: true, stop: server.stop }
}

/** The server for a command: the one that the running Theke works on, else as {@link openServer}. */
export async function joinServer(config: Config, log: Says, purpose: string): Promise<OpenServer> {
  const running = config.databaseUrl ? undefined : findRunning(databaseFolder(config))
  if (running) return { url: running, embedded: true, stop: async () => undefined }
  return openServer(config, log, purpose)
}

/** Where the embedded PostgreSQL keeps its files. */
export function databaseFolder(config: Config) {
  return join(config.dataFolder, 'postgres')
}
