import type { Asker } from './asker.ts'
import type { Term } from './question.ts'
import type { SectionRanking } from './rank.ts'
import type { Lang } from './types.ts'

/**
 * The question with misspelt words put right, when some were; only words of the asker's own language that stand in
 * something they may read are proposed, and none when another language knows the word as it is.
 */
export function correctionOf(
  text: string,
  rankings: readonly SectionRanking[],
  lang: Lang,
  asker: Asker,
): string | undefined {
  const own = rankings.find(({ section }) => section.vocabulary.language.code === lang)
  if (!own) return undefined
  const others = rankings.filter((ranking) => ranking !== own)
  const isKnownElsewhere = (word: string) =>
    others.some(({ terms }) => terms.some((term) => term.word === word && !term.guessed && term.readings.length > 0))
  let corrected = ''
  let at = 0
  for (const term of own.terms) {
    if (!term.guessed || term.start < at || isKnownElsewhere(term.word)) continue
    const form = formFor(own, term, asker)
    if (form === undefined) continue
    corrected += text.slice(at, term.start) + likeWritten(text.slice(term.start, term.end), form)
    at = term.end
  }
  return at === 0 ? undefined : corrected + text.slice(at)
}

function formFor({ section }: SectionRanking, term: Term, asker: Asker): string | undefined {
  const best = term.readings.find(
    (reading) => reading.how === 'typo' && reading.word >= 0 && asker.knowsWord(section, reading.word),
  )
  return best && section.vocabulary.form(best.word)
}

const likeWritten = (written: string, form: string): string =>
  written.slice(0, 1) === written.slice(0, 1).toLowerCase() ? form : form.slice(0, 1).toUpperCase() + form.slice(1)
