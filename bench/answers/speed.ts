import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createSearchIndex, type Findable, type SearchIndex } from '../../src/platform/search/index.ts'
import type { Figure } from '../lib/figure.ts'
import type { Article, Collection, Question } from './collection.ts'
import { seeded } from './measures.ts'
import { type Engine, fts5, miniSearch, orama } from './yardsticks.ts'

/** Collects garbage now, so that memory is what is held. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

const held = (): number => {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

export interface Speed {
  engine: string
  articles: number
  /** Articles a second. */
  build: number
  /** Bytes an article, texts included, as the process holds them. */
  memory: number
  p50: number
  p99: number
  suggestP50?: number
  suggestP99?: number
}

/** So many articles, each of paragraphs of real ones of one language, with a title of its own. */
export function recombined(real: readonly Article[], count: number): Article[] {
  const random = seeded(5)
  const byLang = [...Map.groupBy(real, (article) => article.lang)]
  return Array.from({ length: count }, (_, i) => {
    const [lang, own] = byLang[i % byLang.length] as [string, Article[]]
    const pick = () => own[Math.floor(random() * own.length)] as Article
    const [first, second, third] = [pick(), pick(), pick()]
    const paragraphs = [first, second].flatMap(({ text }) => text.split('\n').filter(() => random() < 0.5))
    return {
      id: `${i}`,
      title: `${third.title.split(' ').slice(0, 6).join(' ')} ${i}`,
      text: paragraphs.join('\n'),
      lang,
    }
  })
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0

export function measureOwn(articles: Article[], questions: readonly Question[]): Speed {
  const before = held()
  const index = createSearchIndex()
  const start = performance.now()
  for (let i = 0; i < articles.length; i += 500) index.put(articles.slice(i, i + 500).map(copied))
  const build = (articles.length / (performance.now() - start)) * 1000
  const memory = (held() - before) / articles.length
  const audiences = new Set<string>()
  const times = timed(questions, ({ text, lang }) => index.search({ text, lang, audiences }))
  const typed = questions.map((question) => ({
    ...question,
    text: question.text.slice(0, 3 + (question.text.length % 12)),
  }))
  const suggesting = timed(typed, ({ text, lang }) => index.suggest({ text, lang, audiences }))
  return {
    engine: 'Theke',
    articles: articles.length,
    build,
    memory,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    suggestP50: percentile(suggesting, 0.5),
    suggestP99: percentile(suggesting, 0.99),
  }
}

// Strings of its own for every article, as they come from a database; else the memory of the texts would not be counted.
const copied = ({ id, title, text, lang }: Article): Findable =>
  JSON.parse(
    JSON.stringify({
      id,
      kind: 'article',
      lang,
      title,
      text,
      url: `/${id}`,
      audience: null,
      updatedAt: 0,
      facets: { area: [`area ${Number(id) % 9}`] },
    } satisfies Findable),
  ) as Findable

export async function measureYardstick(
  name: 'FTS5' | 'MiniSearch' | 'Orama',
  articles: Article[],
  questions: readonly Question[],
): Promise<Speed> {
  const collection: Collection = {
    name: 'speed',
    lang: 'de',
    articles: articles.map((article) => ({ ...article })),
    questions: [],
    unanswerable: [],
  }
  const before = held()
  const start = performance.now()
  const engine: Engine =
    name === 'FTS5' ? fts5(collection) : name === 'MiniSearch' ? miniSearch(collection) : await orama(collection)
  const build = (articles.length / (performance.now() - start)) * 1000
  const memory = (held() - before) / articles.length
  const times: number[] = []
  for (const question of questions) {
    const asked = performance.now()
    await engine(question)
    times.push(performance.now() - asked)
  }
  return {
    engine: name,
    articles: articles.length,
    build,
    memory,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}

function timed(
  questions: readonly Question[],
  ask: (question: Question) => ReturnType<SearchIndex['search' | 'suggest']>,
): number[] {
  for (const question of questions.slice(0, 50)) ask(question)
  return questions.map((question) => {
    const start = performance.now()
    ask(question)
    return performance.now() - start
  })
}

export function speedFigures(speeds: readonly Speed[]): Figure[] {
  return speeds.flatMap((speed): Figure[] => {
    const of = `${speed.engine}, ${speed.articles.toLocaleString('en')} articles`
    const isOwn = speed.engine === 'Theke'
    const bar = (is: '>=' | '<=', value: number, from = 10_000): Figure['bar'] =>
      isOwn && speed.articles >= from ? { is, value } : null
    const figure = (name: string, value: number, unit: string, held: Figure['bar']): Figure => ({
      name: `${of}: ${name}`,
      value,
      unit,
      yardstick: null,
      bar: held,
    })
    const list = [
      figure('build', speed.build, 'articles/s', bar('>=', 2000)),
      figure('memory', speed.memory / 1000, 'kB/article', bar('<=', 8)),
      figure('query p50', speed.p50, 'ms', null),
      figure('query p99', speed.p99, 'ms', bar('<=', speed.articles > 10_000 ? 25 : 10)),
    ]
    if (speed.suggestP99 !== undefined)
      list.push(figure('suggestion p99', speed.suggestP99, 'ms', bar('<=', speed.articles > 10_000 ? 25 : 5)))
    return list
  })
}
