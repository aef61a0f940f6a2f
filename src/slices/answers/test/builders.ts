import type { Findable } from '../../../kernel/search.ts'

/** Something to find. Give what matters to the test. */
export function findable(rest: Partial<Findable> & { id: string }): Findable {
  return {
    kind: 'article',
    lang: 'de',
    title: 'Zählerstand melden',
    text: 'Lesen Sie den Zähler ab und melden Sie den Stand im Portal.',
    url: `/articles/${rest.id.replaceAll(':', '-')}`,
    audience: null,
    updatedAt: Date.parse('2026-11-01'),
    ...rest,
    facets: { type: [rest.kind ?? 'article'], portal: ['*'], ...rest.facets },
  }
}

/** A small collection about meters, bills and the library, in two languages. */
export const COLLECTION: Findable[] = [
  findable({
    id: 'a:1:de',
    group: 'a:1',
    title: 'Zählerstand ablesen und melden',
    text: 'So melden Sie Ihren Zählerstand: Notieren Sie die Zahlen vor dem Komma. Den Zählerstand melden Sie bis zum 30. November.',
    facets: { type: ['how-to'], category: ['meters'], product: ['electricity'] },
  }),
  findable({
    id: 'a:1:en',
    group: 'a:1',
    lang: 'en',
    title: 'Read and report the meter',
    text: 'How to report your meter reading: note the digits in front of the comma. Report it by 30 November.',
    facets: { type: ['how-to'], category: ['meters'], product: ['electricity'] },
  }),
  findable({
    id: 'a:2:de',
    group: 'a:2',
    title: 'Abschlag ändern',
    text: 'Den monatlichen Abschlag ändern Sie im Portal bis zum 20. des Monats.',
    facets: { type: ['faq'], category: ['bills'] },
  }),
  findable({
    id: 'a:3:de',
    group: 'a:3',
    title: 'Bücher verlängern',
    text: 'Ausgeliehene Bücher verlängern Sie bis zu zwei Mal in der Stadtbücherei.',
    facets: { type: ['how-to'], category: ['library'] },
  }),
]
