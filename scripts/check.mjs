import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './lib/ensure-installed.mjs'
import { node, root } from './lib/root.mjs'
import { capture } from './lib/run.mjs'
import { say } from './lib/say.mjs'

// Every gate, the same here and in CI: one line each, and what the failed ones said.
/** @type {{ name: string, command: string, args: string[], when?: string }[]} */
const gates = [
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  {
    name: 'imports',
    command: 'depcruise',
    args: ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  },
  { name: 'format and lint', command: 'biome', args: ['check', '--error-on-warnings', '--diagnostic-level=warn', '.'] },
  { name: 'unused', command: 'knip', args: ['--no-progress', '--no-config-hints'] },
  { name: 'texts complete', command: node, args: ['scripts/check/texts.ts'] },
  { name: 'generated files fresh', command: node, args: ['scripts/generate/main.ts', '--check'] },
  {
    name: 'OpenAPI valid',
    command: node,
    args: ['scripts/openapi-validate.mjs'],
    when: 'scripts/openapi-validate.mjs',
  },
  {
    name: 'demonstration content valid',
    command: node,
    args: ['scripts/demo-validate.mjs'],
    when: 'demo/pictures',
  },
]

ensureInstalled()
const wanted = process.argv.slice(2)
const waiting = gates.filter(
  ({ name, when }) => (!when || existsSync(join(root, when))) && wanted.every((word) => name.includes(word)),
)
const failed = []
await Promise.all([work(), work(), work()])
for (const { name, output } of failed) say(`\n── ${name} ──\n${output.trim()}`)
say(failed.length === 0 ? '\nAll gates passed' : `\n${failed.length} of the gates failed`)
process.exit(failed.length === 0 ? 0 : 1)

async function work() {
  for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
    const start = Date.now()
    const { code, output } = await capture(gate.command, gate.args)
    const seconds = ((Date.now() - start) / 1000).toFixed(1)
    say(`${code === 0 ? 'passed' : 'FAILED'}  ${gate.name} (${seconds} s)`)
    if (code !== 0) failed.push({ name: gate.name, output })
  }
}
