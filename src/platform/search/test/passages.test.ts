import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask, findable, indexOf } from './builders.ts'

const text =
  'Allgemeines\nDer Abschlag wird monatlich fällig. Er richtet sich nach dem Verbrauch.\nÄnderung\nDen Abschlag ändern Sie im Kundenkonto unter »Verträge«. Das gilt ab dem nächsten Monat.'
const index = indexOf(findable({ id: 'a', title: 'Abschlag', text, headings: ['Allgemeines', 'Änderung'] }))

describe('quotations', () => {
  test('mark the matched words in the original writing', () => {
    const [passage] = ask(index, 'abschlaege aendern vertrag').hits[0]?.passages ?? []
    const marked = passage?.marks.map(([start, end]) => passage.text.slice(start, end))
    expect(marked).toEqual(expect.arrayContaining(['Abschlag', 'ändern', 'Verträge']))
    expect(passage?.heading).toBe('Änderung')
  })

  test('begin with the text where only the title matches', () => {
    const only = indexOf(findable({ title: 'Impressum', text: 'Angaben zum Betreiber.' }))
    expect(ask(only, 'Impressum').hits[0]).toMatchObject({
      passages: [{ text: 'Angaben zum Betreiber.', marks: [], start: 0 }],
      titleMarks: [[0, 9]],
    })
  })

  test('carry the page of a document; its pages are one hit', () => {
    const page = (number: number, body: string) =>
      findable({ id: `d:${number}`, kind: 'document', group: 'd', title: 'Satzung', text: body, page: number })
    const { hits, total } = ask(
      indexOf(page(1, 'Beitrag und Gebühr.'), page(2, 'Gebühr und Gebührenordnung. Gebühr.')),
      'Gebühr',
    )
    expect(hits).toHaveLength(1)
    expect(total).toBe(1)
    expect(hits[0]?.more).toBe(1)
    expect(hits[0]?.passages[0]?.page).toBe(hits[0]?.doc.page)
  })

  test('are pieces of the text with marks on whole words inside, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('Straße', 'κωδικός', 'E-Mail', 'don’t', '. ', '\n', ' ', 'ΐ', 'z.B. ', '😀', 'İ', 'ﬁx', '漢字'),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('strasse', 'kodikos', 'email', 'dont', 'fix', '漢', 'i'),
        (pieces, question) => {
          const body = pieces.join('')
          const things = indexOf(findable({ id: 'x', title: body.slice(0, 40), text: body }))
          for (const { passages, titleMarks, doc } of ask(things, question).hits) {
            expectMarks(titleMarks, doc.title.length)
            for (const passage of passages) {
              expect(body.slice(passage.start, passage.start + passage.text.length)).toBe(passage.text)
              expectMarks(passage.marks, passage.text.length)
            }
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})

function expectMarks(marks: [number, number][], length: number): void {
  let last = 0
  for (const [start, end] of marks) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(length)
    last = end
  }
}
