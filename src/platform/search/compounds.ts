import type { Vocabulary } from './vocabulary.ts'

const LEAST_PART = 3
const MOST_PARTS = 4

interface Split {
  parts: number[]
  score: number
}

/**
 * The known words that a word is put together from, or none. Of several readings the one whose parts are the most frequent
 * wins (geometric mean of document counts, Koehn and Knight 2003). `isUsable` keeps out words that the asker may not know of.
 */
export function splitWord(vocabulary: Vocabulary, word: string, isUsable: (word: number) => boolean): number[] {
  if (word.length < LEAST_PART * 2 + 1) return []
  return best(vocabulary, word, MOST_PARTS, isUsable)?.parts ?? []
}

function best(
  vocabulary: Vocabulary,
  word: string,
  most: number,
  isUsable: (word: number) => boolean,
): Split | undefined {
  let found: Split | undefined
  for (let cut = LEAST_PART; cut <= word.length - LEAST_PART; cut++) {
    const head = headOf(vocabulary, word.slice(0, cut), isUsable)
    if (head < 0) continue
    const tail = word.slice(cut)
    const whole = known(vocabulary, tail, isUsable)
    const rest = most > 2 && tail.length > LEAST_PART * 2 ? best(vocabulary, tail, most - 1, isUsable) : undefined
    for (const option of [whole >= 0 ? { parts: [whole], score: frequency(vocabulary, whole) } : undefined, rest]) {
      if (!option) continue
      const parts = [head, ...option.parts]
      const logs = Math.log(frequency(vocabulary, head)) + Math.log(option.score) * option.parts.length
      const score = Math.exp(logs / parts.length) / parts.length
      if (!found || score > found.score) found = { parts, score }
    }
  }
  return found
}

const frequency = (vocabulary: Vocabulary, word: number): number => 1 + vocabulary.documents(word)

/** A first part, with or without the letters that join it to the next one. */
function headOf(vocabulary: Vocabulary, text: string, isUsable: (word: number) => boolean): number {
  for (const link of vocabulary.language.links) {
    if (!text.endsWith(link) || text.length - link.length < LEAST_PART) continue
    const id = known(vocabulary, text.slice(0, text.length - link.length), isUsable)
    if (id >= 0) return id
  }
  return -1
}

/** The number of a word that is long or frequent enough to be a part, in whatever inflection it is known. */
function known(vocabulary: Vocabulary, text: string, isUsable: (word: number) => boolean): number {
  const exact = vocabulary.find(text)
  if (
    exact !== undefined &&
    (text.length > 3 || vocabulary.documents(exact) > 2) &&
    !vocabulary.language.isStop(text) &&
    isUsable(exact)
  )
    return exact
  if (text.length < 5) return -1
  const stem = vocabulary.findStem(vocabulary.language.stem(text))
  if (stem === undefined) return -1
  return vocabulary.wordsOfStem(stem).find((id) => vocabulary.word(id).length > 3 && isUsable(id)) ?? -1
}
