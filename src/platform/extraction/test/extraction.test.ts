import { describe, expect, it } from 'vitest'
import { createExtraction } from '../extraction.ts'
import { makeBomb, makeDocx, makeOdt, makePdf } from './documents.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const ODT = 'application/vnd.oasis.opendocument.text'
const extraction = createExtraction()

describe('a PDF', () => {
  it('gives its text page by page, with the heading of each', async () => {
    const pdf = makePdf([
      { heading: 'Safety', lines: ['Never open the housing.', 'It is sealed.'] },
      { heading: 'Reading', lines: ['Press the button until 1.8.0 shows.'] },
    ])
    const { pages, isPaged } = await extraction.read(pdf, 'application/pdf')
    expect(isPaged).toBe(true)
    expect(pages).toEqual([
      { number: 1, heading: 'Safety', text: 'Never open the housing. It is sealed.' },
      { number: 2, heading: 'Reading', text: 'Press the button until 1.8.0 shows.' },
    ])
  })

  it('loses its running headers and footers, whatever their page numbers, and nothing else', async () => {
    const texts = ['Never open the housing.', 'Press the button.', 'Call us.', 'Keep it dry.']
    const page = (text: string, n: number) => ({
      lines: [`Manual 2.1 - page ${n + 1} of 4`, text, 'It is sealed.', 'Ask before you begin.', 'City Utilities'],
    })
    const { pages } = await extraction.read(makePdf(texts.map(page)), 'application/pdf')
    expect(pages.map(({ text }) => text)).toEqual(texts.map((text) => `${text} It is sealed.`))
    const two = await extraction.read(makePdf(texts.slice(0, 2).map(page)), 'application/pdf')
    expect(two.pages[1]?.text).toContain('Manual 2.1 - page 2 of 4')
  })

  it('without text is told apart from a broken one', async () => {
    await expect(extraction.read(makePdf([{ lines: [] }], { text: false }), 'application/pdf')).rejects.toMatchObject({
      problem: 'no_text',
    })
    await expect(
      extraction.read(new TextEncoder().encode('%PDF-1.7 nothing else'), 'application/pdf'),
    ).rejects.toMatchObject({
      problem: 'damaged',
    })
  })
})

describe('an office document', () => {
  it.each([
    ['docx', DOCX, makeDocx],
    ['odt', ODT, makeOdt],
  ] as const)('(%s) gives its text by sections', async (_name, type, make) => {
    const { pages, isPaged } = await extraction.read(
      make(['# Umzug', 'Melden Sie sich &amp; Ihre Zähler ab.', '# Kosten', 'Keine.']),
      type,
    )
    expect(isPaged).toBe(false)
    expect(pages).toEqual([
      { number: 1, heading: 'Umzug', text: 'Umzug\nMelden Sie sich & Ihre Zähler ab.' },
      { number: 2, heading: 'Kosten', text: 'Kosten\nKeine.' },
    ])
  })

  it('that is a zip bomb is refused', async () => {
    await expect(extraction.read(makeBomb(60), ODT)).rejects.toMatchObject({ problem: 'too_large' })
  })

  it('that is no archive is refused as damaged', async () => {
    await expect(extraction.read(new TextEncoder().encode('PK\u0003\u0004 not really'), DOCX)).rejects.toMatchObject({
      problem: 'damaged',
    })
  })

  it('of another kind is refused', async () => {
    await expect(extraction.read(new Uint8Array(10), 'application/zip')).rejects.toMatchObject({
      problem: 'unsupported',
    })
  })
})
