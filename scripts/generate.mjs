import { ensureInstalled } from './lib/ensure-installed.mjs'
import { runNode } from './lib/run.mjs'

ensureInstalled()
runNode(['scripts/generate/main.ts', ...process.argv.slice(2)])
