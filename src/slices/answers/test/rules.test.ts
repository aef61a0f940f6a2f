import { describe, expect, it } from 'vitest'
import { differingWords, scrub } from '../rules.ts'

describe('what may be kept of a question', () => {
  it.each([
    ['Wie melde ich meinen Zählerstand?', 'wie melde ich meinen zählerstand'],
    ['  Wo   ist\ndie Bücherei ?!', 'wo ist die bücherei'],
    [
      'Ich bin Erika, erika@example.org, warum ist die Rechnung so hoch',
      'ich bin erika, warum ist die rechnung so hoch',
    ],
    ['Zähler 1EMH0012345678 defekt', 'zähler 1emh defekt'],
    ['Rückruf unter 0151 234 567 89 bitte', 'rückruf unter bitte'],
    ['Rückruf (089) 12 34-567', 'rückruf'],
    ['DE02 1203 0000 0000 2020 51 ändern', 'ändern'],
    ['siehe https://example.org/?id=7 geht nicht', 'siehe geht nicht'],
    ['Wann kommt Herr Müller vorbei', 'wann kommt herr vorbei'],
    ['Is Mr Smith in', 'is mr in'],
    ['mein Name ist Erika Muster und ich ziehe um', 'und ich ziehe um'],
    ['πού είναι η κυρία Παπαδοπούλου;', 'πού είναι η κυρία'],
    ['Κωδικός WLAN χάθηκε;', 'κωδικός wlan χάθηκε'],
  ])('%s', (question, kept) => expect(scrub(question)).toBe(kept))

  it.each(['', '???', '123456', 'x', 'a@b.de'])('keeps nothing of "%s"', (question) =>
    expect(scrub(question)).toBeNull(),
  )

  it('keeps at most 200 characters', () => expect(scrub('wort '.repeat(100))?.length).toBeLessThanOrEqual(200))
})

describe('words in which two wordings differ', () => {
  it('are a proposal when they are few', () => {
    expect(differingWords('teilbetrag ändern', 'abschlag ändern')).toEqual({ from: 'teilbetrag', to: 'abschlag' })
  })
  it('are none when it is another question', () => {
    expect(differingWords('wo kann ich parken heute', 'abschlag ändern bitte schnell')).toBeNull()
    expect(differingWords('abschlag ändern', 'abschlag ändern')).toBeNull()
  })
})
