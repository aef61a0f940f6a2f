import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { ANSWERED_FROM } from '../../src/platform/search/confidence.ts'
import { weights } from '../../src/platform/search/weights.ts'
import { type Figure, report } from '../lib/figure.ts'
import { ablate } from './ablation.ts'
import { clarify, clarifyFigures } from './clarifying.ts'
import { type Article, type Collection, isTuning, type Question, readCollection } from './collection.ts'
import { mean } from './measures.ts'
import { rateSet, type SetFigures } from './quality.ts'
import { measureOwn, measureYardstick, recombined, type Speed, speedFigures } from './speed.ts'
import { askStrangers, balanced, learnConfidence, refused } from './unanswerable.ts'

// npm run bench -- answers [--set <folder>] [--half report|tuning|all] [--quality] [--clarify] [--speed] [--fresh] [--ablation] [--learn] [--smoke] [--json] [--out <file>]
const { values: options } = parseArgs({
  options: {
    set: { type: 'string', multiple: true },
    half: { type: 'string' },
    quality: { type: 'boolean' },
    speed: { type: 'boolean' },
    fresh: { type: 'boolean' },
    clarify: { type: 'boolean' },
    ablation: { type: 'boolean' },
    learn: { type: 'boolean' },
    smoke: { type: 'boolean' },
    json: { type: 'boolean' },
    out: { type: 'string' },
  },
})
const shared = join(process.env['THEKE_SHARED'] ?? join('..', 'shared'), 'data')
const everything =
  !options.quality && !options.clarify && !options.speed && !options.fresh && !options.ablation && !options.learn
/** Questions of a collection that simulated people ask. */
const EACH = 300
/** The share of their answers that is a slip, in a second run. */
const SLIPS = 0.1

if (options.set) await oneSet(options.set)
else if (!existsSync(shared))
  console.log(`No collections at ${shared}; name a folder with --set, or the shared folder with THEKE_SHARED.`)
else await all()

/** Any folder of the form; all of its questions, since nothing was tuned on them unless told otherwise. */
async function oneSet(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const collection = readCollection(folder)
    const figures = await rateSet(collection, half(collection, options.half ?? 'all'))
    table([figures])
    const { ndcg10, mrr10, recall5, success1 } = figures.own
    if (options.json) console.log(JSON.stringify({ set: figures.set, ndcg10, mrr10, recall5, success1 }))
  }
}

async function all(): Promise<void> {
  const collections = sets().map((folder) => readCollection(folder))
  const questionsOf = (collection: Collection) =>
    half(collection, options.half ?? 'report').slice(0, options.smoke ? 40 : undefined)
  const figures: Figure[] = []
  const rated: SetFigures[] = []
  const speeds: Speed[] = []
  if (options.quality || everything) {
    for (const collection of options.smoke ? collections.slice(0, 3) : collections)
      rated.push(await rateSet(collection, questionsOf(collection)))
    table(rated)
    figures.push(...qualityFigures(rated))
    if (!options.smoke) figures.push(...refusalFigures(collections))
  }
  if (options.clarify || everything) {
    const answering = (slips: number) =>
      collections.map((collection) => clarify(collection, questionsOf(collection).slice(0, EACH), slips))
    figures.push(...clarifyFigures(answering(0), answering(SLIPS)))
  }
  if (options.ablation) {
    const rows = await ablate(
      collections.map((collection) => ({
        collection,
        questions: questionsOf(collection).slice(0, 200),
        before: half(collection, 'tuning'),
      })),
    )
    for (const { name, ndcg10 } of rows)
      figures.push({ name, value: ndcg10, unit: 'nDCG@10', yardstick: null, bar: null })
  }
  if (options.speed || everything) {
    speeds.push(...(await speedSeries(collections)))
    figures.push(...speedFigures(speeds))
  }
  if (options.fresh || everything) {
    const file = join(import.meta.dirname, 'freshness.ts')
    const { module } = await runnerImport<typeof import('./freshness.ts')>(file, {
      configFile: false,
      logLevel: 'error',
    })
    figures.push(await module.freshness({ smoke: options.smoke ?? false }))
  }
  if (options.learn) learn(collections)
  report(figures, { json: options.json ?? false })
  if (options.out) writeFileSync(options.out, JSON.stringify({ sets: rated, speeds, figures }, null, 2))
}

function sets(): string[] {
  const folder = join(shared, 'questions')
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'qrels.tsv')))
}

function half({ questions }: Collection, which: string): Question[] {
  return which === 'all' ? questions : questions.filter((question) => isTuning(question) === (which === 'tuning'))
}

function table(list: readonly SetFigures[]): void {
  for (const { set, articles, questions, yardsticks, own, interval, typos, passage } of list) {
    const others = Object.entries(yardsticks).map(([name, { ndcg10 }]) => `${name} ${ndcg10.toFixed(3)}`)
    console.log(`${set} (${articles} articles, ${questions} questions): ${others.join(' · ')}`)
    console.log(
      `  Theke nDCG@10 ${own.ndcg10.toFixed(3)} [${interval.map((end) => end.toFixed(3)).join('–')}]  MRR@10 ${own.mrr10.toFixed(3)}  recall@5 ${own.recall5.toFixed(3)}  Success@1 ${own.success1.toFixed(3)}  with slips ${typos.ndcg10.toFixed(3)}${passage === undefined ? '' : `  first quotation holds the answer ${passage.toFixed(3)}`}`,
    )
  }
}

function qualityFigures(list: readonly SetFigures[]): Figure[] {
  const error = mean(list.map(({ own }) => 1 - own.ndcg10))
  const best = mean(list.map((set) => 1 - set.best.ndcg10))
  const figures: Figure[] = [
    {
      name: 'error (1 − nDCG@10), mean of the sets',
      value: error,
      unit: '',
      yardstick: { name: 'best yardstick of each set', value: best },
      bar: { is: '<=', value: 0.88 },
    },
    {
      name: 'furthest below its best yardstick',
      value: Math.max(...list.map(({ own, best: { ndcg10 } }) => ndcg10 - own.ndcg10)),
      unit: 'nDCG@10',
      yardstick: null,
      bar: { is: '<=', value: 0.01 },
    },
    {
      name: 'with one typing error a question',
      value: mean(list.map(({ typos }) => typos.ndcg10)),
      unit: 'nDCG@10',
      yardstick: { name: 'without', value: 1 - error },
      bar: { is: '>=', value: 0.95 },
    },
  ]
  const named = (set: string, name: string, value: (figures: SetFigures) => number, bar: number) => {
    const found = list.find((figures) => figures.set === set)
    if (found)
      figures.push({
        name: `${set} ${name}`,
        value: value(found),
        unit: '',
        yardstick: null,
        bar: { is: '>=', value: bar },
      })
  }
  named('xquad-de', 'nDCG@10', ({ own }) => own.ndcg10, 0.955)
  named('hint3-curekart-en', 'Success@1', ({ own }) => own.success1, 0.79)
  named('covidqa-faq-de-dev', 'nDCG@10', ({ own }) => own.ndcg10, 0.3)
  for (const { set, passage } of list)
    if (passage !== undefined) named(set, 'answer inside the first quotation', (figures) => figures.passage ?? 0, 0.75)
  return figures
}

function refusalFigures(collections: readonly Collection[]): Figure[] {
  const asked = askStrangers(collections).filter(({ tuning }) => !tuning)
  const shares = refused(asked, weights.confidence, ANSWERED_FROM)
  return [
    {
      name: 'questions of other collections refused',
      value: shares.unanswerable,
      unit: '',
      yardstick: null,
      bar: { is: '>=', value: 0.9 },
    },
    {
      name: 'questions of its own refused',
      value: shares.answerable,
      unit: '',
      yardstick: null,
      bar: { is: '<=', value: 0.1 },
    },
  ]
}

async function speedSeries(collections: readonly Collection[]): Promise<Speed[]> {
  const real = articles()
  const questions = collections
    .filter(({ name }) => /lohelp|integreat|covidqa|xquad/.test(name))
    .flatMap((collection) => half(collection, 'report').slice(0, 60))
  const speeds: Speed[] = []
  for (const count of options.smoke ? [500] : [1000, 10_000, 100_000])
    speeds.push(measureOwn(recombined(real, count), questions))
  if (!options.smoke)
    for (const name of ['FTS5', 'MiniSearch', 'Orama'] as const)
      speeds.push(await measureYardstick(name, recombined(real, 10_000), questions))
  return speeds
}

function articles(): Article[] {
  const folder = join(shared, 'articles')
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'corpus.jsonl')))
    .flatMap((name) => readCollection(join(folder, name)).articles)
}

/** Learns the confidence from the tuning half and prints what belongs into weights.ts. */
function learn(collections: readonly Collection[]): void {
  const asked = askStrangers(collections)
  const tuning = asked.filter((one) => one.tuning)
  const confidence = balanced(tuning, learnConfidence(tuning), ANSWERED_FROM).map((value) => Number(value.toFixed(2)))
  console.log(`confidence: [${confidence.join(', ')}]`)
  console.log('refused on the tuning half', refused(tuning, confidence, ANSWERED_FROM))
  console.log(
    'refused on the reporting half',
    refused(
      asked.filter(({ tuning }) => !tuning),
      confidence,
      ANSWERED_FROM,
    ),
  )
}
