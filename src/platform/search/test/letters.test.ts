import { describe, expect, test } from 'vitest'
import { Letters } from '../letters.ts'
import { languageOf } from '../text/languages.ts'
import { Vocabulary } from '../vocabulary.ts'

/** Reads sentences, each a list of words, as one document. */
function read(question: string, ...sentences: string[]): { sentence: number; share: number } {
  const vocabulary = new Vocabulary(languageOf('de'))
  const numbers = sentences.map((sentence) => sentence.split(' ').map((word) => vocabulary.take(word)))
  for (const word of new Set(numbers.flat())) vocabulary.hold(word)
  const letters = new Letters(vocabulary, question.split(' '))
  letters.clear()
  for (const words of numbers) {
    for (const word of words) letters.see(word)
    letters.endSentence()
  }
  return { sentence: letters.sentence, share: letters.share() }
}

const question = 'wann kommt mein paket an'

describe('a sentence', () => {
  test('is as much like the question as can be when it is the question', () => {
    expect(read(question, question).sentence).toBeCloseTo(1)
    expect(read(question, 'mein paket', question, 'bitte').sentence).toBeCloseTo(1)
  })

  test('is less like it the more else it says, the less of it it says, and not at all with other letters', () => {
    const { sentence } = read(question, 'wann kommt mein paket mit der bestellung an')
    expect(sentence).toBeLessThan(0.95)
    expect(sentence).toBeGreaterThan(read(question, 'mein paket mit der bestellung').sentence)
    expect(read(question, 'rechnung bezahlen').sentence).toBe(0)
  })

  test('is like it in spite of other endings and slips', () => {
    expect(read(question, 'wann komt meine pakete an').sentence).toBeGreaterThan(0.6)
  })

  test('is told from the document: letters of several sentences do not add up in one', () => {
    const apart = read(question, 'wann kommt', 'mein paket an')
    expect(apart.share).toBeGreaterThan(0.99)
    expect(apart.sentence).toBeLessThan(0.9)
  })
})

test('a question of more letters than are looked at is read as far as that goes', () => {
  const long = Array.from({ length: 40 }, (_, i) => `wort${String.fromCharCode(97 + (i % 26))}${i}`).join(' ')
  const { sentence, share } = read(long, long)
  expect(share).toBeCloseTo(1)
  expect(sentence).toBeGreaterThan(0.3)
  expect(sentence).toBeLessThanOrEqual(1)
})
