import type { Question } from './collection.ts'
import { seeded } from './measures.ts'

/** The same questions with one typing error each, in a word of four letters or more; the same errors in every run. */
export function withTypos(questions: readonly Question[], seed = 11): Question[] {
  const random = seeded(seed)
  return questions.map((question) => ({ ...question, text: withTypo(question.text, random) }))
}

function withTypo(text: string, random: () => number): string {
  const words = [...text.matchAll(/\p{L}{4,}/gu)]
  const word = words[Math.floor(random() * words.length)]
  if (!word) return text
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2))
  const kind = Math.floor(random() * 4)
  const [before, here, next, after] = [text.slice(0, at), text[at] as string, text[at + 1] ?? '', text.slice(at + 1)]
  if (kind === 0) return before + after
  if (kind === 1) return before + here + here + after
  if (kind === 2) return before + next + here + after.slice(1)
  const letters = /\p{Script=Greek}/u.test(here) ? 'αβγδεζηθικλμνξοπρστυφχψω' : 'abcdefghijklmnopqrstuvwxyz'
  return before + letters[Math.floor(random() * letters.length)] + after
}
