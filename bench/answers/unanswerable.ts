import { askerOf } from '../../src/platform/search/asker.ts'
import { signsOf } from '../../src/platform/search/confidence.ts'
import { Experienced } from '../../src/platform/search/experience.ts'
import { Library } from '../../src/platform/search/library.ts'
import { Meanings } from '../../src/platform/search/meanings.ts'
import { type Ranker, rankSection } from '../../src/platform/search/rank.ts'
import { Scorer } from '../../src/platform/search/score.ts'
import { Synonyms } from '../../src/platform/search/synonyms.ts'
import { weights as learned, type Weights } from '../../src/platform/search/weights.ts'
import { type Collection, isTuning, type Question } from './collection.ts'
import { seeded } from './measures.ts'
import { findableOf } from './own.ts'

/** A question asked of a collection: answerable there, or taken from another collection of the same language. */
export interface Asked {
  collection: string
  tuning: boolean
  answerable: boolean
  /** See `SIGNS`; none when nothing was found at all. */
  signs: number[] | undefined
}

const EACH = 300

/** Asks every collection its own questions and as many of others. Collections about the same texts are no strangers. */
export function askStrangers(collections: readonly Collection[], weights: Weights = learned): Asked[] {
  const random = seeded(3)
  return collections.flatMap((collection) => {
    const library = new Library()
    for (const article of collection.articles) library.add(findableOf(article, collection.lang))
    const [section] = library.sections.values()
    if (!section) return []
    const asker = askerOf(library, { audiences: new Set() })
    const ranker: Ranker = {
      scorer: new Scorer(),
      synonyms: new Synonyms([]),
      experience: new Experienced(),
      meanings: new Meanings(),
      weights,
    }
    const ask = (question: Question, answerable: boolean): Asked => {
      const { candidates } = rankSection(question.text, section, asker, ranker, {
        typing: false,
        guess: true,
        keep: 10,
      })
      return {
        collection: collection.name,
        tuning: isTuning(question),
        answerable,
        signs: candidates[0] && signsOf(candidates),
      }
    }
    const strangers = collections.filter(
      (other) => other.lang === collection.lang && family(other) !== family(collection),
    )
    const some = (questions: readonly Question[], count: number): Question[] =>
      questions
        .map((question) => ({ question, at: random() }))
        .sort((a, b) => a.at - b.at)
        .slice(0, count)
        .map(({ question }) => question)
    const halves = [true, false]
    return halves.flatMap((half) => [
      ...some(
        collection.questions.filter((question) => isTuning(question) === half),
        EACH,
      ).map((question) => ask(question, true)),
      ...strangers.flatMap((other) =>
        some(
          other.questions.filter((question) => isTuning(question) === half),
          Math.ceil(EACH / strangers.length),
        ).map((question) => ask(question, false)),
      ),
    ])
  })
}

const family = ({ name }: Collection): string => name.split('-')[0] as string

/** Shares of unanswerable and of answerable questions that are refused below a confidence. */
export function refused(
  asked: readonly Asked[],
  confidence: readonly number[],
  from: number,
): { unanswerable: number; answerable: number } {
  const share = (list: readonly Asked[]) =>
    list.filter(({ signs }) => confidenceIn(signs, confidence) < from).length / Math.max(1, list.length)
  return {
    unanswerable: share(asked.filter((one) => !one.answerable)),
    answerable: share(asked.filter((one) => one.answerable)),
  }
}

export function confidenceIn(signs: readonly number[] | undefined, confidence: readonly number[]): number {
  if (!signs) return 0
  return (
    1 /
    (1 +
      Math.exp(
        -signs.reduce((sum, sign, i) => sum + sign * (confidence[i] as number), confidence[signs.length] as number),
      ))
  )
}

/** Most of its own questions that may be refused, and as many of others that must be. */
const MOST_OWN = 0.1
const LEAST_OTHERS = 0.9

/** Moves the offset to where both shares are as far from their bars. */
export function balanced(asked: readonly Asked[], confidence: readonly number[], from: number): number[] {
  const moved = (by: number) => confidence.map((value, i) => (i === confidence.length - 1 ? value + by : value))
  const roomOf = (by: number) => {
    const { unanswerable, answerable } = refused(asked, moved(by), from)
    return Math.min(unanswerable - LEAST_OTHERS, MOST_OWN - answerable)
  }
  let best = 0
  for (let by = -1; by <= 1; by += 0.02) if (roomOf(by) > roomOf(best)) best = by
  return moved(best)
}

/** Logistic regression by gradient descent; answerable and not weigh the same in every collection. Returns numbers for `weights.confidence`. */
export function learnConfidence(asked: readonly Asked[]): number[] {
  const rows = asked.filter((one): one is Asked & { signs: number[] } => one.signs !== undefined)
  const size = rows[0]?.signs.length ?? 0
  const columns = Array.from({ length: size }, (_, i) => rows.map(({ signs }) => signs[i] as number))
  const middle = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / rows.length)
  const spread = columns.map(
    (column, i) =>
      Math.sqrt(column.reduce((sum, value) => sum + (value - (middle[i] as number)) ** 2, 0) / rows.length) || 1,
  )
  const scaled = rows.map(({ signs }) => signs.map((sign, i) => (sign - (middle[i] as number)) / (spread[i] as number)))
  const counts = new Map<string, number>()
  const kind = (one: Asked) => `${one.collection} ${one.answerable}`
  for (const row of rows) counts.set(kind(row), (counts.get(kind(row)) ?? 0) + 1)
  const share = rows.map((row) => 1 / (counts.get(kind(row)) as number))
  const total = share.reduce((sum, value) => sum + value, 0)
  const slopes = new Array<number>(size).fill(0)
  let offset = 0
  for (let round = 0; round < 2000; round++) {
    const gradient = new Array<number>(size).fill(0)
    let down = 0
    scaled.forEach((signs, row) => {
      const guess = 1 / (1 + Math.exp(-signs.reduce((sum, sign, i) => sum + sign * (slopes[i] as number), offset)))
      const error = ((guess - (rows[row]?.answerable ? 1 : 0)) * (share[row] as number)) / total
      down += error
      signs.forEach((sign, i) => {
        gradient[i] = (gradient[i] as number) + error * sign
      })
    })
    for (let i = 0; i < size; i++)
      slopes[i] = (slopes[i] as number) - 0.6 * ((gradient[i] as number) + 0.002 * (slopes[i] as number))
    offset -= 0.6 * down
  }
  const own = slopes.map((slope, i) => slope / (spread[i] as number))
  return [...own, offset - own.reduce((sum, slope, i) => sum + slope * (middle[i] as number), 0)]
}
