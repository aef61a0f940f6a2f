import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineAnswerable, type FoundSlots } from '../../../kernel/answerable.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { createAnswerables } from '../answerables.ts'
import { expandWordings } from '../expand-wordings.ts'

const operation = defineOperation({
  name: 'accounts.readInstalment',
  summary: 'Read my monthly instalment',
  kind: 'query',
  channels: ['web'],
  requires: 'signed-in',
  input: z.object({}),
  output: z.object({}),
  handle: async () => ({}),
})
const answer = () => null
const answerables = createAnswerables([
  defineAnswerable({
    name: 'accounts.instalment',
    operation,
    answer,
    examples: {
      de: ['Wie hoch ist mein Abschlag?', 'Was zahle ich (im Monat|monatlich) für Strom?'],
      en: ['How much is my (monthly|) instalment?'],
      el: ['Πόσο είναι η μηνιαία δόση μου;'],
    },
  }),
  defineAnswerable({
    name: 'workforce.leave',
    operation,
    answer,
    examples: {
      de: ['Wie viele Urlaubstage habe ich noch?'],
      en: ['How many days of leave do I have left?'],
      el: ['Πόσες ημέρες άδειας μου απομένουν;'],
    },
  }),
  defineAnswerable({
    name: 'accounts.meter',
    operation,
    answer,
    slots: { meter: () => null },
    examples: {
      de: ['Was zeigt Zähler {meter}?'],
      en: ['What does meter {meter} show?'],
      el: ['Τι δείχνει ο μετρητής {meter};'],
    },
  }),
])

const asked = (question: string, lang: Lang = 'de', slots: FoundSlots = new Map(), rivals: string[] = []) =>
  answerables.match(question, lang, slots, rivals)?.answerable.name

describe('a question about one’s own things', () => {
  it.each([
    ['wie hoch ist mein abschlag', 'de', 'accounts.instalment'],
    ['Wie hoch ist mein Abschalg?', 'de', 'accounts.instalment'],
    ['Was zahle ich monatlich für den Strom', 'de', 'accounts.instalment'],
    ['how many days leave have I left', 'en', 'workforce.leave'],
    ['ποσες ημερες αδειας μου απομενουν', 'el', 'workforce.leave'],
    ['poses imeres adeias mou apomenoun', 'el', 'workforce.leave'],
    ['How many days of leave do I have left?', 'de', 'workforce.leave'],
  ] as const)('is understood: %s', (question, lang, name) => {
    expect(asked(question, lang)).toBe(name)
  })

  it.each([
    'Wie ändere ich meinen Abschlag?',
    'Was ist ein Abschlag?',
    'Wie hoch ist der Grundpreis?',
    'Wie melde ich meinen Zählerstand?',
    'Urlaubstage übertragen',
    'mein',
    '',
    'Zeigt der Zähler das an?',
  ])('is told apart from an ordinary one: %s', (question) => {
    expect(asked(question)).toBeUndefined()
  })

  it('is an ordinary one when the title of something found is more like it', () => {
    const question = 'Wie hoch ist mein Abschlag im Winter?'
    expect(asked(question)).toBe('accounts.instalment')
    expect(asked(question, 'de', new Map(), ['Wie hoch ist mein Abschlag im Winter'])).toBeUndefined()
  })

  it('gives the values of its slots, and is none without them', () => {
    const question = 'Was zeigt der Zähler 1EMH00 denn?'
    expect(asked(question)).toBeUndefined()
    const start = question.indexOf('1EMH00')
    const slots = new Map([['accounts.meter', { meter: { value: '1EMH00', start, end: start + 6 } }]])
    expect(answerables.match(question, 'de', slots, [])).toMatchObject({ slots: { meter: '1EMH00' } })
  })
})

describe('wordings of an example', () => {
  it('are all that it stands for', () => {
    expect(expandWordings('(my|the) case (now|)')).toEqual(['my case now', 'my case', 'the case now', 'the case'])
  })
  it('are refused when they are too many', () => {
    expect(() => expandWordings('(a|b|c) '.repeat(6))).toThrow(/more than/)
  })
})
