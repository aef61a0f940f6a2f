import { join } from 'node:path'
import { runnerImport } from 'vite'

// The second process: the core, with pages among its imports, is read by Vite as in bench/requests.
await runnerImport(join(import.meta.dirname, 'freshness-second.ts'), { configFile: false, logLevel: 'error' })
