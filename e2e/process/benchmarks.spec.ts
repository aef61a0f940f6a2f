import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findChromium } from '../../scripts/lib/find-chromium.mjs'

// The benchmarks still work: each runs in its short form. What they measure here, beside other tests, means nothing and is not looked at.
const benchmarks = readdirSync('bench').filter((name) => existsSync(join('bench', name, 'main.ts')))

for (const name of benchmarks.filter((one) => one !== 'answers'))
  test(`the benchmark "${name}" still works`, async () => {
    const figures = JSON.parse(await lastLine(name, '--smoke', '--json')) as { name: string; value: number }[]
    expect(figures.length).toBeGreaterThan(0)
    for (const figure of figures) expect(Number.isFinite(figure.value), figure.name).toBe(true)
  })

test('the benchmark "answers" rates any collection of the form', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'theke-collection-'))
  await writeFile(join(folder, 'corpus.jsonl'), lines(ARTICLES))
  await writeFile(join(folder, 'queries.jsonl'), lines(QUESTIONS))
  await writeFile(join(folder, 'qrels.tsv'), 'q1\ta1\t1\nq2\ta2\t1\n')
  const figures = JSON.parse(await lastLine('answers', '--set', folder, '--json')) as Record<string, number>
  expect(figures).toMatchObject({ ndcg10: 1, mrr10: 1, recall5: 1, success1: 1 })
  await rm(folder, { recursive: true, force: true })
})

const ARTICLES = [
  { id: 'a1', title: 'Read the meter', text: 'Press the button and note the number in front of the unit.', lang: 'en' },
  { id: 'a2', title: 'Renew a library card', text: 'Bring the card and your passport to the counter.', lang: 'en' },
]
const QUESTIONS = [
  { id: 'q1', text: 'how do I read my meter', lang: 'en' },
  { id: 'q2', text: 'library card has expired', lang: 'en' },
]

function lines(things: readonly object[]): string {
  return things.map((thing) => `${JSON.stringify(thing)}\n`).join('')
}

/** Runs a benchmark; refuses when it ends badly. */
async function lastLine(name: string, ...options: string[]): Promise<string> {
  const child = spawn(process.execPath, [join('bench', name, 'main.ts'), ...options], {
    env: { ...process.env, NODE_ENV: 'production', CHROMIUM_PATH: findChromium() ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  let complaints = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  expect(code, complaints).toBe(0)
  return printed.trim().split('\n').at(-1) ?? ''
}
