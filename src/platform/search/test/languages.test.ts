import { describe, expect, test } from 'vitest'
import { ask, findable, ids, indexOf } from './builders.ts'

const filler = (lang: string) =>
  ['Öffnungszeiten', 'opening hours', 'ωράριο λειτουργίας', 'Parken', 'contact'].map((title) =>
    findable({ lang, title, text: title }),
  )

const cases: [lang: string, content: string, question: string][] = [
  ['de', 'Straße', 'strasse'],
  ['de', 'Große Maße', 'grosse masse'],
  ['de', 'Kündigung des Vertrags', 'kuendigung'],
  ['de', 'Änderung der Adresse', 'aenderung'],
  ['de', 'Kuendigung', 'Kündigung'],
  ['de', 'Häuser und Wohnungen', 'Haus'],
  ['de', 'Verträge', 'Vertrag'],
  ['de', 'Die Rechnung bezahlen', 'Rechnungen'],
  ['de', 'E-Mail-Adresse', 'email'],
  ['en', 'Paying your bills', 'pay a bill'],
  ['en', "The user's password", 'user passwords'],
  ['en', 'Café', 'cafe'],
  ['el', 'Κωδικός πρόσβασης', 'κωδικος'],
  ['el', 'Λογαριασμοί', 'λογαριασμός'],
  ['el', 'Διαγραφή λογαριασμού', 'ΔΙΑΓΡΑΦΗ'],
  ['el', 'Λογαριασμός ρεύματος', 'logariasmos'],
  ['el', 'Κωδικός πρόσβασης', 'kodikos prosvasis'],
  ['el', 'Διεύθυνση', 'dieuthinsi'],
  ['fr', 'Réinitialiser le mot de passe', 'reinitialiser'],
]

describe('words are found as people write them', () => {
  test.each(cases)('%s: "%s" is found by "%s"', (lang, content, question) => {
    const wanted = findable({ lang, title: content, text: content })
    const index = indexOf(...filler(lang), wanted)
    expect(ids(ask(index, question, { lang }))[0]).toBe(wanted.id)
  })

  test('politeness and question words do not count', () => {
    const wanted = findable({ title: 'Zählerstand', text: 'So wird der Zählerstand abgelesen.' })
    const polite = findable({ title: 'Grußwort', text: 'Guten Tag, wie kann ich bitte helfen?' })
    expect(ids(ask(indexOf(wanted, polite), 'Guten Tag, wie kann ich bitte den Zählerstand ablesen?'))[0]).toBe(
      wanted.id,
    )
  })

  test('a question of small words alone still finds them', () => {
    const wanted = findable({ title: 'Was ist was?' })
    expect(ids(ask(indexOf(wanted, findable({ title: 'Anderes' })), 'was ist'))).toEqual([wanted.id])
  })
})

describe('a question in one language finds articles of another', () => {
  const de = findable({
    id: 'a:de',
    group: 'a',
    lang: 'de',
    title: 'Passwort zurücksetzen',
    text: 'So setzen Sie es zurück.',
  })
  const en = findable({ id: 'a:en', group: 'a', lang: 'en', title: 'Reset your password', text: 'How to reset it.' })
  const onlyEnglish = findable({ id: 'b:en', group: 'b', lang: 'en', title: 'Invoices', text: 'About invoices.' })
  const index = indexOf(de, en, onlyEnglish)

  test('shows the version in the reader’s language and says which one matched', () => {
    const { hits, total } = ask(index, 'reset password', { lang: 'de' })
    expect(hits[0]).toMatchObject({ doc: { id: 'a:de' }, matchedLang: 'en' })
    expect(total).toBe(1)
  })

  test('shows the other language where there is no translation', () => {
    const result = ask(index, 'invoices', { lang: 'de' })
    expect(ids(result)).toEqual(['b:en'])
    expect(result.otherLanguages).toEqual(['en'])
  })

  test('keeps to the own language when told to', () => {
    expect(ids(ask(index, 'invoices', { lang: 'de', langs: 'only' }))).toEqual([])
  })
})
