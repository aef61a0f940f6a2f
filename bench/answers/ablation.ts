import type { Experience } from '../../src/kernel/experience.ts'
import type { Lang } from '../../src/kernel/lang.ts'
import { FEATURES } from '../../src/platform/search/closer.ts'
import { createSearchIndex } from '../../src/platform/search/index.ts'
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
  'sentences worded like the question': without('wording'),
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
    'wording',
    ...OF_KEYWORDS,
  ),
}

interface Asked {
  collection: Collection
  /** Questions that are rated. */
  questions: readonly Question[]
  /** Other questions of the collection: what their askers found of use is experience. */
  before: readonly Question[]
}

/** nDCG@10 averaged over the collections: with everything, with each technique switched off, and with what readers' experience adds. */
export async function ablate(sets: readonly Asked[]): Promise<{ name: string; ndcg10: number }[]> {
  const run = async (searchOf: (asked: Asked) => ReturnType<typeof own>) => {
    const values: number[] = []
    for (const asked of sets) values.push(meanMeasures(await rate(searchOf(asked), asked.questions)).ndcg10)
    return mean(values)
  }
  const rows = [{ name: 'with everything', ndcg10: await run(({ collection }) => own(collection)) }]
  for (const [name, off] of Object.entries(techniques))
    rows.push({
      name: `without ${name}`,
      ndcg10: await run(({ collection }) => own(collection, { ...learned, ...off })),
    })
  rows.push({
    name: 'with what askers of other questions found of use',
    ndcg10: await run(({ collection, before }) => own(collection, learned, experienceOf(before))),
  })
  return rows
}

/** Somebody asked each question so many times, read an article that answers it, and was helped. */
const ASKED = 3

function experienceOf(questions: readonly Question[]): Experience {
  const { stemsOf } = createSearchIndex()
  const counts = new Map<string, Experience['words'][number]>()
  for (const { text, lang, relevant } of questions)
    for (const group of relevant.keys())
      for (const word of stemsOf(text, lang as Lang)) {
        const key = `${word} ${group}`
        const count = counts.get(key) ?? { lang: lang as Lang, word, group, helped: 0, failed: 0 }
        counts.set(key, { ...count, helped: count.helped + ASKED })
      }
  return { words: [...counts.values()], readers: [] }
}
