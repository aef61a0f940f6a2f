import { expect, test } from 'vitest'
import { ask, findable, ids, indexOf } from './builders.ts'

const others = ['Wohnung anmelden', 'Müll trennen', 'Zähler ablesen', 'Rechnung bezahlen'].map((title) =>
  findable({ title, text: `${title}.` }),
)

test.each([
  ['Passwort zurücksetzen', 'Passwortzurücksetzung'],
  ['Kündigung des Vertrags', 'Vertragskündigung'],
  ['Den Stand des Zählers melden', 'Zählerstand'],
  ['Rechnung mit Adresse', 'Rechnungsadresse'],
])('"%s" is found by the compound "%s"', (content, question) => {
  const wanted = findable({ title: content, text: content })
  expect(ids(ask(indexOf(...others, wanted), question))).toContain(wanted.id)
  expect(ids(ask(indexOf(wanted), question))[0]).toBe(wanted.id)
})

test.each([
  ['Passwortzurücksetzung', 'Passwort zurücksetzen'],
  ['Wohnungsgeberbestätigung', 'Bestätigung Wohnungsgeber'],
  ['Zählerstandsmeldung', 'Zählerstand'],
])('the compound "%s" is found by its parts "%s"', (content, question) => {
  const vocabulary = findable({
    title: 'Wörter',
    text: 'Passwort, zurücksetzen, Geber, Wohnung, Bestätigung, Meldung, Zählerstand.',
  })
  const wanted = findable({ title: content, text: `Alles zur ${content}.` })
  expect(ids(ask(indexOf(...others, vocabulary, wanted), question))).toContain(wanted.id)
})

test('two words are found where the content writes one', () => {
  const wanted = findable({ lang: 'en', title: 'Troubleshooting', text: 'Troubleshooting your connection.' })
  const other = findable({ lang: 'en', title: 'Opening hours', text: 'When we are open.' })
  expect(ids(ask(indexOf(wanted, other), 'trouble shooting', { lang: 'en' }))[0]).toBe(wanted.id)
})
