import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import pg from 'pg'
import { migrations } from '../../migrations.ts'
import type { Config } from '../../platform/config/config.ts'
import { findPending } from '../../platform/database/migrate.ts'
import { joinServer } from '../../platform/database/open.ts'
import { openStore } from '../../platform/files/index.ts'
import type { InstallationCommand } from './installation-command.ts'

/** What was looked at and how it is; a problem says what to do. */
type Finding = { about: string; state: 'good' | 'note' | 'problem'; text: string }
type Examination = (config: Config) => Promise<Finding[]>

const LEAST_FREE_BYTES = 1e9
const OLDEST_POSTGRES = 180_000

/** Looks at everything that Theke stands on and says what is not as it should be. */
export const doctor: InstallationCommand = {
  name: 'doctor',
  usage: '',
  summary: 'Look at everything that Theke stands on and say what is wrong',
  async run({ config, say }) {
    const examinations: [string, Examination][] = [
      ['Address', examineAddress],
      ['Data folder', examineFolder],
      ['Database', examineDatabase],
      ['Files', examineFiles],
      ['Mail', examineMail],
    ]
    let problems = 0
    for (const [about, examine] of examinations) {
      const findings = await examine(config).catch((error: Error): Finding[] => [
        { about, state: 'problem', text: error.message },
      ])
      for (const { about, state, text } of findings) {
        say(`${{ good: 'good   ', note: 'note   ', problem: 'PROBLEM' }[state]}  ${about}: ${text}`)
        if (state === 'problem') problems += 1
      }
    }
    say(problems === 0 ? '\nEverything is as it should be.' : `\n${problems} to put right.`)
    return problems === 0 ? 0 : 1
  },
}

async function examineAddress({ url }: Config): Promise<Finding[]> {
  const { protocol, hostname } = new URL(url)
  const local = hostname === 'localhost' || hostname === '127.0.0.1'
  if (local) return [note('Address', `${url}: links in mails work on this machine only. Set THEKE_URL for others.`)]
  if (protocol === 'http:') {
    return [note('Address', `${url}: without https passkeys do not work and sign-ins can be overheard.`)]
  }
  return [good('Address', url)]
}

async function examineFolder({ dataFolder }: Config): Promise<Finding[]> {
  await mkdir(dataFolder, { recursive: true })
  const probe = join(dataFolder, `probe-${process.pid}`)
  await writeFile(probe, 'theke')
  await rm(probe)
  const { bavail, bsize } = await statfs(dataFolder)
  const free = bavail * bsize
  const text = `${dataFolder}, ${(free / 1e9).toFixed(1)} GB free`
  return [
    free < LEAST_FREE_BYTES ? problem('Data folder', `${text}: make room, at least 1 GB.`) : good('Data folder', text),
  ]
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  const quiet = { info: () => undefined, warn: () => undefined }
  const server = await joinServer(config, quiet, 'theke doctor')
  const client = new pg.Client({ connectionString: server.url, application_name: 'theke doctor' })
  try {
    await client.connect()
    return [await examineVersion(client), await examineClock(client), ...(await examineMigrations(client))]
  } finally {
    await client.end().catch(() => undefined)
    await server.stop()
  }
}

async function examineVersion(client: pg.Client) {
  const { rows } = await client.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  )
  const { number = 0, name = '' } = rows[0] ?? {}
  if (number < OLDEST_POSTGRES) return problem('Database', `PostgreSQL ${name} is too old. Theke needs PostgreSQL 18.`)
  return good('Database', `PostgreSQL ${name}`)
}

async function examineClock(client: pg.Client) {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  const apart = Math.abs((rows[0]?.now.getTime() ?? 0) - Date.now())
  if (apart < 5000) return good('Clock', 'the database agrees')
  return problem('Clock', `the database's clock is ${Math.round(apart / 1000)} s apart. Set both by NTP.`)
}

async function examineMigrations(client: pg.Client): Promise<Finding[]> {
  const { rows: found } = await client.query(`select to_regclass('schema_migrations') is not null as there`)
  if (!found[0]?.there) return [note('Migrations', 'nothing is there yet; the first start sets it up')]
  const { rows: applied } = await client.query('select slice, name, checksum from schema_migrations')
  const pending = findPending(migrations, applied)
  if (pending.length > 0) return [note('Migrations', `${pending.length} are applied at the next start`)]
  const { rows } = await client.query<{ waiting: number; failed: number }>(`
    select count(*) filter (where state in ('created', 'retry') and start_after < now() - interval '10 minutes')::int as waiting,
      count(*) filter (where state = 'failed')::int as failed
    from pgboss.job`)
  const { waiting = 0, failed = 0 } = rows[0] ?? {}
  const jobs =
    waiting > 0
      ? problem('Jobs', `${waiting} wait for more than ten minutes. Is Theke running? Its log says why they fail.`)
      : failed > 0
        ? note('Jobs', `${failed} were given up after many tries; the log says why`)
        : good('Jobs', 'none is late')
  return [good('Migrations', 'up to date'), jobs]
}

async function examineFiles(config: Config): Promise<Finding[]> {
  const { store, temporaryFolder } = openStore(config)
  const key = 'probe/doctor'
  const probe = join(temporaryFolder, `probe-${process.pid}`)
  await mkdir(temporaryFolder, { recursive: true })
  await writeFile(probe, 'theke')
  await store.put(key, probe, 5, 'text/plain')
  const there = await store.has(key)
  await store.remove(key)
  const where = config.s3 ? `${config.s3.endpoint}/${config.s3.bucket}` : 'the data folder'
  return [
    there
      ? good('Files', `kept in ${where}`)
      : problem('Files', `${where} did not keep a file that was written to it.`),
  ]
}

async function examineMail({ smtpUrl }: Config): Promise<Finding[]> {
  if (!smtpUrl) return [note('Mail', 'no SMTP_URL: mails are kept and can be read in the administration')]
  const transport = nodemailer.createTransport(smtpUrl, { connectionTimeout: 10_000 } as object)
  try {
    await transport.verify()
    return [good('Mail', `the server at ${new URL(smtpUrl).host} takes mails`)]
  } catch (error) {
    return [
      problem('Mail', `the server at ${new URL(smtpUrl).host} does not: ${(error as Error).message}. Check SMTP_URL.`),
    ]
  } finally {
    transport.close()
  }
}

const good = (about: string, text: string): Finding => ({ about, state: 'good', text })
const note = (about: string, text: string): Finding => ({ about, state: 'note', text })
const problem = (about: string, text: string): Finding => ({ about, state: 'problem', text })
