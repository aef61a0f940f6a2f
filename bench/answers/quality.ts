import type { Collection, Question } from './collection.ts'
import { interval, type Measures, meanMeasures, measure } from './measures.ts'
import { indexOf, own } from './own.ts'
import { withTypos } from './typos.ts'
import { type Engine, yardsticks } from './yardsticks.ts'

export interface SetFigures {
  set: string
  articles: number
  questions: number
  yardsticks: Record<string, Measures>
  best: { name: string; ndcg10: number }
  own: Measures
  interval: [number, number]
  typos: Measures
  /** Share of questions whose first quotation contains an exact answer; absent without answers. */
  passage?: number
}

export async function rate(engine: Engine, questions: readonly Question[]): Promise<Measures[]> {
  const list: Measures[] = []
  for (const question of questions) list.push(measure(question, await engine(question)))
  return list
}

/** Measures the own engine and all yardsticks on some questions of a collection. */
export async function rateSet(
  collection: Collection,
  questions: readonly Question[],
  only?: readonly string[],
): Promise<SetFigures> {
  const rated: Record<string, Measures> = {}
  for (const [name, make] of Object.entries(yardsticks)) {
    if (!only || only.includes(name)) rated[name] = meanMeasures(await rate(await make(collection), questions))
  }
  const best = Object.entries(rated).sort((a, b) => b[1].ndcg10 - a[1].ndcg10)[0]
  const engine = own(collection)
  const list = await rate(engine, questions)
  const passage = answersQuoted(collection, questions)
  return {
    set: collection.name,
    articles: collection.articles.length,
    questions: questions.length,
    yardsticks: rated,
    best: { name: best?.[0] ?? '', ndcg10: best?.[1].ndcg10 ?? 0 },
    own: meanMeasures(list),
    interval: interval(list.map(({ ndcg10 }) => ndcg10)),
    typos: meanMeasures(await rate(engine, withTypos(questions))),
    ...(passage !== undefined && { passage }),
  }
}

function answersQuoted(collection: Collection, questions: readonly Question[]): number | undefined {
  const asked = questions.filter(({ answers }) => answers.length > 0)
  if (asked.length === 0) return undefined
  const index = indexOf(collection)
  const held = asked.filter(({ text, lang, answers }) => {
    const quoted = index.search({ text, lang, audiences: new Set(), limit: 1 }).hits[0]?.passages[0]?.text ?? ''
    return answers.some((answer) => quoted.includes(answer))
  })
  return held.length / asked.length
}
