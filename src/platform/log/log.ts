import { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Log } from '../../kernel/ctx.ts'

/** Fields whose values never reach the log, wherever they stand. */
const SECRETS = ['password', 'secret', 'token', 'cookie', 'authorization', 'apiKey']

/** The structured log: one line of JSON each (readable at a terminal), on standard error so that standard output stays for people. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Log {
  const own = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[withheld]',
      },
      serializers: { err: serialise },
    },
    process.stderr.isTTY ? readableLines() : pino.destination({ fd: 2, sync: true }),
  )
  return {
    info: (fields, message) => own.info(fields, message),
    warn: (fields, message) => own.warn(fields, message),
    error: (fields, message) => own.error(fields, message),
  }
}

/** An error without the parameters of the statement that failed: they may be what somebody wrote. */
function serialise(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code } = error as { code?: unknown }
  return { type: error.name, message: error.message, ...(code ? { code } : {}), stack: error.stack }
}

function readableLines() {
  return new Writable({
    write(chunk, _encoding, done) {
      process.stderr.write(readable(JSON.parse(String(chunk))))
      done()
    },
  })
}

function readable({ time, level, msg, pid: _pid, err, ...fields }: Record<string, unknown>) {
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  const { stack } = (err ?? {}) as { stack?: string }
  return `${String(time).slice(11, 19)} ${LEVELS[String(level)] ?? level} ${msg}${rest.join('')}${stack ? `\n${stack}` : ''}\n`
}

const LEVELS: Record<string, string> = { 20: 'debug', 30: 'info ', 40: 'WARN ', 50: 'ERROR' }
