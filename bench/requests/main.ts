import { join } from 'node:path'
import { runnerImport } from 'vite'

// What is measured runs the core in this process; pages among its imports are not for Node as they are, so Vite reads them.
await runnerImport(join(import.meta.dirname, 'measure.ts'), { configFile: false, logLevel: 'error' })
