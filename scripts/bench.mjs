import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/ensure-built.mjs'
import { ensureChromium } from './lib/ensure-chromium.mjs'
import { ensureInstalled } from './lib/ensure-installed.mjs'
import { root } from './lib/root.mjs'
import { runNode } from './lib/run.mjs'
import { say } from './lib/say.mjs'

// npm run bench [-- name … options]: measures, each against a yardstick of the same run. Without a name: everything.
ensureInstalled()
ensureBuilt()
const words = process.argv.slice(2)
const known = readdirSync(join(root, 'bench'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'bench', entry.name, 'main.ts')))
  .map((entry) => entry.name)
const first = words[0] ?? ''
const chosen = known.includes(first) ? [first] : known
const options = known.includes(first) ? words.slice(1) : words
if (first && !first.startsWith('-') && !known.includes(first)) {
  say(`There is no benchmark "${first}". There are: ${known.join(', ')}`)
  process.exit(1)
}
const inBrowser = ['lighthouse', 'weight']
let code = 0
for (const name of chosen) {
  say(`\n── ${name} ──`)
  if (inBrowser.includes(name)) process.env.CHROMIUM_PATH = ensureChromium()
  code = Math.max(code, runNode([join('bench', name, 'main.ts'), ...options], { mayFail: true }))
}
process.exit(code)
