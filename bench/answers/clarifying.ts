import { isAbout, stemOfWritten, TITLE, WORD } from '../../src/platform/search/clarify/narrowing.ts'
import { createSearchIndex } from '../../src/platform/search/index.ts'
import { Library } from '../../src/platform/search/library.ts'
import type { Clarification, Findable, Narrowing, SearchIndex } from '../../src/platform/search/types.ts'
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
  for (const question of questions) {
    const first = ask(index, question, [], 'unsure')
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
  }
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
