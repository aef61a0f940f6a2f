import { FEATURES } from '../../src/platform/search/closer.ts'
import { weights as learned, type Weights } from '../../src/platform/search/weights.ts'
import type { Collection, Question } from './collection.ts'
import { mean, meanMeasures } from './measures.ts'
import { own } from './own.ts'
import { rate } from './quality.ts'

type Feature = (typeof FEATURES)[number]

/** Both lists of weights without these features. */
function without(...names: Feature[]): Partial<Weights> {
  const cut = (list: readonly number[]) =>
    list.map((weight, i) => (names.includes(FEATURES[i] as Feature) ? 0 : weight))
  return { linear: cut(learned.linear), keywords: cut(learned.keywords) }
}

/** What only keywords are judged by. */
const OF_KEYWORDS = ['titleRest', 'first', 'often', 'length', 'letters'] as const

/** What is switched off, one at a time. */
const techniques: Record<string, Partial<Weights>> = {
  'everyday synonyms': { everyday: 0 },
  'compounds containing a word': { compound: 0 },
  'parts of a compound': { part: 0 },
  'words that look alike': { similar: 0 },
  'typing errors': { typo: 0 },
  'title of its own': without('title', 'titleFit'),
  sentences: without('sentence', 'sentenceFit'),
  'pairs and phrases': without('pairs', 'phrase'),
  'weights of their own for keywords': { keywords: learned.linear },
  'what only keywords are judged by': without(...OF_KEYWORDS),
  'closer look at all': without(
    'coverage',
    'title',
    'titleFit',
    'sentence',
    'sentenceFit',
    'window',
    'pairs',
    'exact',
    'phrase',
    ...OF_KEYWORDS,
  ),
}

/** nDCG@10 averaged over the collections with each technique switched off. */
export async function ablate(
  sets: readonly { collection: Collection; questions: readonly Question[] }[],
): Promise<{ name: string; ndcg10: number }[]> {
  const run = async (weights: Weights) => {
    const values: number[] = []
    for (const { collection, questions } of sets)
      values.push(meanMeasures(await rate(own(collection, weights), questions)).ndcg10)
    return mean(values)
  }
  const rows = [{ name: 'all', ndcg10: await run(learned) }]
  for (const [name, off] of Object.entries(techniques)) rows.push({ name, ndcg10: await run({ ...learned, ...off }) })
  return rows
}
