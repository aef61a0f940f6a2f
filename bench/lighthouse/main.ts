import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../scripts/lib/find-chromium.mjs'
import { type Figure, report } from '../lib/figure.ts'
import { measuredTheke } from '../lib/theke.ts'

// Lighthouse with its mobile preset (slow 4G, 4 × slower processor, both simulated), median of three runs. On a machine that does
// something else at the same time, performance comes out too low.
interface LighthouseReport {
  categories: Record<string, { score: number }>
  runtimeError?: { code: string }
}

const isSmoke = process.argv.includes('--smoke')
const RUNS = isSmoke ? 1 : 3
const CATEGORIES = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 }
const figures: Figure[] = []
const theke = await measuredTheke()
const folder = mkdtempSync(join(tmpdir(), 'theke-lighthouse-'))

try {
  await theke.start()
  const pages = {
    home: '/de',
    article: await anArticle(),
    search: '/de/search?q=Z%C3%A4hlerstand',
    'message form': '/de/contact',
    'sign-in': '/de/sign-in',
  }
  for (const [name, path] of Object.entries(pages).slice(0, isSmoke ? 1 : undefined)) {
    const runs: Record<string, number>[] = []
    for (let run = 0; run < RUNS; run++) runs.push(await scores(theke.url + path))
    // Told page by page, so that a run that breaks off later has not been for nothing.
    console.error(`${name}: ${runs.map((run) => Object.values(run).join('/')).join(' · ')}`)
    for (const [category, bar] of Object.entries(CATEGORIES))
      figures.push({
        name: `${name}: ${category}`,
        value: median(runs.map((run) => run[category] ?? 0)),
        unit: 'of 100',
        yardstick: null,
        bar: { is: '>=', value: bar },
      })
  }
} finally {
  await theke.stop().catch(() => undefined)
  theke.remove()
  rmSync(folder, { recursive: true, force: true })
}
report(figures, { json: process.argv.includes('--json') })

/** A run now and then records no trace at all (NO_NAVSTART), whatever the page: that one is taken again, twice at most. */
async function scores(address: string): Promise<Record<string, number>> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const taken = await oneRun(address).catch((error: Error) => console.error(error.message))
    if (taken) return taken
  }
  return oneRun(address)
}

/** In a process of its own: Lighthouse leaves a browser behind when it is interrupted. */
async function oneRun(address: string): Promise<Record<string, number>> {
  const file = join(folder, 'report.json')
  const child = spawn(
    process.execPath,
    [
      'node_modules/lighthouse/cli/index.js',
      address,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${Object.keys(CATEGORIES).join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    { env: { ...process.env, CHROME_PATH: findChromium() ?? '' }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`Lighthouse ended with ${code} on ${address}`)
  const { categories, runtimeError } = JSON.parse(readFileSync(file, 'utf8')) as LighthouseReport
  if (runtimeError) throw new Error(`Lighthouse took no figures of ${address}: ${runtimeError.code}`)
  return Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]))
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

async function anArticle(): Promise<string> {
  const answer = await fetch(`${theke.url}/api/v1/articles?lang=de&kind=how-to&limit=1`)
  const { items } = (await answer.json()) as { items: { slug: string }[] }
  return `/de/articles/${items[0]?.slug}`
}
