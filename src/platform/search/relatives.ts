import { typingDistance } from './text/distance.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words of the vocabulary that look related to a word, by how. `closeness` is 0..1. */
export interface Relative {
  word: number
  closeness: number
  how: 'typo' | 'compound' | 'similar'
}

/** So much typing distance is forgiven to a word of this length. */
export const forgiven = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 1.7 : 2)

const LEAST_PART = 4
const MOST = 60
/** Of so many words with the most shared letters the typing distance is computed. */
const MOST_COMPARED = 80

/**
 * Words that contain `word` as a part (compounds, learned from the vocabulary itself), that share most of its letters
 * (kündigen, Kündigungsfrist), or, when it is unknown, that are likely meant by it (typing errors).
 */
export function relativesOf(
  vocabulary: Vocabulary,
  word: string,
  isKnown: boolean,
  similarFrom: number,
): readonly Relative[] {
  const key = `${isKnown ? 1 : 0} ${similarFrom} ${word}`
  return vocabulary.remember(key, () => seekRelatives(vocabulary, word, isKnown, similarFrom))
}

function seekRelatives(vocabulary: Vocabulary, word: string, isKnown: boolean, similarFrom: number): Relative[] {
  const found: Relative[] = []
  const length = word.length
  if (length < 3) return found
  const stem = vocabulary.language.stem(word)
  const seekParts = vocabulary.language.compounds && stem.length >= LEAST_PART
  const limit = isKnown ? 0 : forgiven(length)
  const slips: Relative[] = []
  const least = Math.min(
    isKnown ? Math.ceil(length * similarFrom * 0.5) : Math.max(1, length - Math.ceil(limit) * 3),
    stem.length - 3,
  )
  vocabulary.trigrams.sharing(word, Math.max(1, least), (id, shared) => {
    const other = vocabulary.word(id)
    if (other === word || vocabulary.stemText(vocabulary.stemOf(id)) === stem) return
    if (seekParts && shared >= stem.length - 3 && other.length >= stem.length + 3) {
      const closeness = containment(vocabulary, word, stem, id)
      if (closeness > 0) {
        found.push({ word: id, closeness, how: 'compound' })
        return
      }
    }
    const dice = (2 * shared) / (length + other.length)
    if (limit > 0 && Math.abs(other.length - length) <= 2) slips.push({ word: id, closeness: dice, how: 'typo' })
    else if (dice >= similarFrom) found.push({ word: id, closeness: dice, how: 'similar' })
  })
  slips.sort((a, b) => b.closeness - a.closeness)
  for (const slip of slips.slice(0, MOST_COMPARED)) {
    const distance = typingDistance(word, vocabulary.word(slip.word), limit)
    if (distance <= limit) found.push({ ...slip, closeness: 1 - distance / (limit + 1) / 1.5 })
    else if (slip.closeness >= similarFrom) found.push({ ...slip, how: 'similar' })
  }
  return found
    .sort((a, b) => b.closeness - a.closeness || vocabulary.documents(b.word) - vocabulary.documents(a.word))
    .slice(0, MOST)
}

/** How sure it is that a word is a compound with `stem` as its first or last part; 0 when it is not. */
function containment(vocabulary: Vocabulary, word: string, stem: string, id: number): number {
  const other = vocabulary.word(id)
  if (other.startsWith(stem)) {
    const rest = other.slice(stem.length)
    for (const link of endings) if (rest.startsWith(link) && isKnown(vocabulary, rest.slice(link.length))) return 0.9
    return 0
  }
  const otherStem = vocabulary.stemText(vocabulary.stemOf(id))
  const front = other.endsWith(word)
    ? other.slice(0, -word.length)
    : otherStem.endsWith(stem)
      ? otherStem.slice(0, -stem.length)
      : ''
  if (front.length < 3) return 0
  for (const link of vocabulary.language.links) {
    if (front.endsWith(link) && isKnown(vocabulary, front.slice(0, front.length - link.length))) return 1
  }
  return 0
}

// What may stand between the stem of the first part and the second part: endings of the first part and joints.
const endings = [
  '',
  's',
  'e',
  'en',
  'n',
  'er',
  'es',
  'ung',
  'ungs',
  'el',
  'heits',
  'keits',
  'schafts',
  'ions',
  'tats',
  'ens',
]

function isKnown(vocabulary: Vocabulary, part: string): boolean {
  if (part.length < 3) return false
  return vocabulary.find(part) !== undefined || vocabulary.findStem(vocabulary.language.stem(part)) !== undefined
}
