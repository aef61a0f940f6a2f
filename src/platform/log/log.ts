import { pino } from 'pino'
import type { Log } from '../../kernel/ctx.ts'

/** Fields whose values never reach the log, wherever they stand. */
const SECRETS = ['password', 'secret', 'token', 'cookie', 'authorization', 'apiKey']

/** The structured log: one line of JSON each, on standard error so that standard output stays for people. */
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
    pino.destination({ fd: 2, sync: true }),
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
