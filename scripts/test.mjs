import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/ensure-built.mjs'
import { ensureChromium } from './lib/ensure-chromium.mjs'
import { ensureInstalled } from './lib/ensure-installed.mjs'
import { root } from './lib/root.mjs'
import { run } from './lib/run.mjs'
import { say } from './lib/say.mjs'

// Every test with all its set-up. With names (npm test -- src/slices/knowledge) only the Vitest files that match.
const results = join(root, 'test-results')
const names = process.argv.slice(2)

ensureInstalled()
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

ensureBuilt()
const codes = [run('vitest', ['run', ...names], { mayFail: true })]
if (names.length === 0) {
  const env = { CHROMIUM_PATH: ensureChromium() }
  codes.push(run('playwright', ['test'], { env, mayFail: true }))
}

const counts = [countVitest(), ...(names.length === 0 ? [countPlaywright()] : [])]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
const broken = codes.some((code) => code !== 0)
say(`\n${passed} passed, ${broken ? Math.max(failed, 1) : failed} failed`)
process.exit(broken || failed > 0 ? 1 : 0)

/** A file that could not even be loaded has no tests to count, and counts as one failure. */
function countVitest() {
  const report = read('vitest.json')
  if (!report) return { passed: 0, failed: 1 }
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

function countPlaywright() {
  const report = read('playwright.json')
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length }
}

/** @param {string} name */
function read(name) {
  const path = join(results, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
