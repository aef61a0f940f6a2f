import { ensureInstalled } from './lib/ensure-installed.mjs'
import { run } from './lib/run.mjs'

ensureInstalled()
run('biome', ['check', '--write', ...(process.argv.length > 2 ? process.argv.slice(2) : ['.'])])
