import { isAbout, stemOfWritten, TITLE, WORD } from '../../src/platform/search/clarify/narrowing.ts'
import { createSearchIndex } from '../../src/platform/search/index.ts'
import { Library } from '../../src/platform/search/library.ts'
import type { Clarification, Findable, Narrowing, SearchIndex } from '../../src/platform/search/types.ts'
import type { Figure } from '../lib/figure.ts'
import type { Collection, Question } from './collection.ts'
import { seeded } from './measures.ts'
import { findableOf } from './own.ts'

/** Somebody who looks at so many results and answers so many questions. */
const LOOKED_AT = 3
const ANSWERS = 3

export interface Clarified {
  set: string
  asked: number
  /** Questions whose article is not among the first three. */
  hard: number
  /** Of them: reached within one, two and three answers (shares). */
  within: [number, number, number]
  /** Share that was asked back without having to say first that nothing fits. */
  askedAtOnce: number
  /** All questions by whether the first result is the right one: how many there are, and how many were asked back. */
  right: { asked: number; back: number }
  wrong: { asked: number; back: number }
}

/**
 * Simulated people: each knows their article, looks at the first three results, and answers what they are asked back by what
 * the article is. Of several answers that are right they give the first. `wrong`: that share of the answers is another one.
 */
export function clarify(collection: Collection, questions: readonly Question[], wrong = 0): Clarified {
  const index = createSearchIndex()
  const library = new Library()
  const findables = collection.articles.map((article) => withFacets(findableOf(article, collection.lang), collection))
  index.put(findables)
  for (const findable of findables) library.add(findable)
  const random = seeded(17)
  const reached = [0, 0, 0]
  let hard = 0
  let askedAtOnce = 0
  const right = { asked: 0, back: 0 }
  const off = { asked: 0, back: 0 }
  for (const question of questions) {
    const first = ask(index, question, [], 'unsure')
    const side = question.relevant.has(first.ids[0] ?? '') ? right : off
    side.asked++
    if (first.clarification) side.back++
    if (seen(first.ids, question)) continue
    hard++
    const meant = [...question.relevant.keys()].find((id) => library.place(id))
    if (meant === undefined) continue
    if (first.clarification) askedAtOnce++
    const narrowed: Narrowing[] = []
    let next = first.clarification ?? ask(index, question, narrowed, 'always').clarification
    while (next && narrowed.length < ANSWERS) {
      narrowed.push(answerTo(next, library, meant, random() < wrong ? random : undefined))
      const after = ask(index, question, narrowed, 'always')
      if (seen(after.ids, question)) {
        for (let i = narrowed.length; i <= ANSWERS; i++) reached[i - 1] = (reached[i - 1] as number) + 1
        break
      }
      next = after.clarification
    }
  }
  const share = (count: number | undefined) => (hard === 0 ? 1 : (count ?? 0) / hard)
  return {
    set: collection.name,
    asked: questions.length,
    hard,
    within: [share(reached[0]), share(reached[1]), share(reached[2])],
    askedAtOnce: share(askedAtOnce),
    right,
    wrong: off,
  }
}

/** Prints a line a collection and returns the figures of all; `slipping`: the same people, some of whose answers are slips. */
export function clarifyFigures(list: readonly Clarified[], slipping: readonly Clarified[]): Figure[] {
  for (const { set, hard, within, askedAtOnce } of list)
    console.log(
      `${set}: ${hard} questions not answered among the first three; reached within 1, 2, 3 answers ${within.map((share) => share.toFixed(2)).join(', ')}; asked back at once ${askedAtOnce.toFixed(2)}`,
    )
  const sum = (of: (one: Clarified) => number, over = list) => over.reduce((total, one) => total + of(one), 0)
  const reachedOf = (over: readonly Clarified[]) => sum((one) => one.hard * one.within[2], over)
  const back = (of: (one: Clarified) => Clarified['right']) =>
    sum((one) => of(one).back) /
    Math.max(
      1,
      sum((one) => of(one).asked),
    )
  const [asked, hard] = [
    Math.max(
      1,
      sum((one) => one.asked),
    ),
    sum((one) => one.hard),
  ]
  const clarified = reachedOf(list)
  return [
    {
      name: 'hard questions clarified within three answers',
      value: clarified / Math.max(1, hard),
      unit: '',
      yardstick: null,
      bar: { is: '>=', value: 0.9 },
    },
    {
      name: 'the same, one answer in ten a slip',
      value: reachedOf(slipping) / Math.max(1, hard),
      unit: '',
      yardstick: null,
      bar: null,
    },
    {
      name: 'asked back though the first is right',
      value: back(({ right }) => right),
      unit: 'of these',
      yardstick: null,
      bar: null,
    },
    {
      name: 'asked back when the first is not right',
      value: back(({ wrong }) => wrong),
      unit: 'of these',
      yardstick: null,
      bar: null,
    },
    { name: 'article among the first three', value: 1 - hard / asked, unit: 'of all', yardstick: null, bar: null },
    {
      name: 'the same, asked back at most three times',
      value: 1 - (hard - clarified) / asked,
      unit: 'of all',
      yardstick: null,
      bar: null,
    },
  ]
}

/** The collections carry no facets but one: the pages of the LibreOffice help lie in a folder for each program. */
const withFacets = (findable: Findable, { name }: Collection): Findable =>
  name.startsWith('lohelp') && findable.id.includes('/')
    ? { ...findable, facets: { product: [findable.id.slice(0, findable.id.indexOf('/'))] } }
    : findable

function ask(index: SearchIndex, { text, lang }: Question, narrowed: Narrowing[], clarify: 'unsure' | 'always') {
  const { hits, clarification } = index.search({ text, lang, audiences: new Set(), limit: 10, narrowed, clarify })
  return { ids: hits.map((hit) => hit.doc.id), clarification }
}

const seen = (ids: readonly string[], question: Question): boolean =>
  ids.slice(0, LOOKED_AT).some((id) => question.relevant.has(id))

function answerTo(
  { facet, options }: Clarification,
  library: Library,
  meant: string,
  slip: (() => number) | undefined,
): Narrowing {
  const values = options.map(({ value }) => value)
  const right = values.find((value) => isTrue(facet, value, library, meant))
  if (!slip) return right === undefined ? { facet, noneOf: values } : { facet, value: right }
  const others = values.filter((value) => value !== right)
  const other = others[Math.floor(slip() * (others.length + 1))]
  return other === undefined ? { facet, noneOf: values } : { facet, value: other }
}

function isTrue(facet: string, value: string, library: Library, meant: string): boolean {
  const place = library.place(meant)
  if (!place) return false
  const { section, ordinal } = place
  if (facet === TITLE) return value === meant
  if (facet !== WORD) return section.card(ordinal).facets?.[facet]?.includes(value) ?? false
  const stem = stemOfWritten(section, value)
  return stem !== undefined && isAbout(section, stem, ordinal)
}
