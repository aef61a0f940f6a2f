import type { Log } from '../kernel/ctx.ts'
import type { Config } from '../platform/config/config.ts'

/** Configuration of tests: nothing leaves the process. */
export function testConfig(dataFolder: string): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    url: 'http://localhost:3000',
    dataFolder,
    demo: false,
    secret: 'tests-only-tests-only-tests-only-tests-only',
    uploadLimit: 5_000_000,
    trustProxy: false,
    outboundHosts: [] as readonly string[],
    chat: null,
  } as Config
}

/** Says nothing, unless THEKE_TEST_LOG is set. */
export const quietLog: Log = process.env['THEKE_TEST_LOG']
  ? { info: say, warn: say, error: say }
  : { info: () => undefined, warn: () => undefined, error: () => undefined }

function say(fields: object, message: string) {
  console.log(message, fields)
}
