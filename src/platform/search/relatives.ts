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

/**
 * Words that contain `word` as a part (compounds, learned from the vocabulary itself), that are likely meant by it (typing
 * errors), or that share most of its letters (kündigen, Kündigungsfrist).
 */
export function relativesOf(vocabulary: Vocabulary, word: string, similarFrom: number): Relative[] {
  const found: Relative[] = []
  const length = word.length
  if (length < 3) return found
  const stem = vocabulary.language.stem(word)
  const limit = forgiven(length)
  const pieces = length
  vocabulary.trigrams.sharing(
    word,
    Math.max(1, Math.min(pieces - Math.ceil(limit) * 3, stem.length - 3)),
    (id, shared) => {
      const other = vocabulary.word(id)
      if (other === word || vocabulary.stemText(vocabulary.stemOf(id)) === stem) return
      const relative = relate(
        vocabulary,
        word,
        stem,
        id,
        other,
        limit,
        (2 * shared) / (pieces + other.length),
        similarFrom,
      )
      if (relative) found.push(relative)
    },
  )
  return found
    .sort((a, b) => b.closeness - a.closeness || vocabulary.documents(b.word) - vocabulary.documents(a.word))
    .slice(0, MOST)
}

function relate(
  vocabulary: Vocabulary,
  word: string,
  stem: string,
  id: number,
  other: string,
  limit: number,
  dice: number,
  similarFrom: number,
): Relative | undefined {
  if (vocabulary.language.compounds && stem.length >= LEAST_PART && other.length >= stem.length + 3) {
    const closeness = containment(vocabulary, word, stem, other)
    if (closeness > 0) return { word: id, closeness, how: 'compound' }
  }
  if (limit > 0 && !/\d/.test(other)) {
    const distance = typingDistance(word, other, limit)
    if (distance <= limit) return { word: id, closeness: 1 - distance / (limit + 1) / 1.5, how: 'typo' }
  }
  return dice >= similarFrom ? { word: id, closeness: dice, how: 'similar' } : undefined
}

/** How sure it is that `other` is a compound with `stem` as its first or last part; 0 when it is not. */
function containment(vocabulary: Vocabulary, word: string, stem: string, other: string): number {
  if (other.startsWith(stem)) {
    const rest = other.slice(stem.length)
    for (const link of endings) if (rest.startsWith(link) && isKnown(vocabulary, rest.slice(link.length))) return 0.9
    return 0
  }
  const otherStem = vocabulary.language.stem(other)
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
