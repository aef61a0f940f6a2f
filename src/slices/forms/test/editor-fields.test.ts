import { describe, expect, it } from 'vitest'
import { Field, type FieldOf } from '../../../kernel/form/definition.ts'
import type { Fields } from '../../../ui/page.ts'
import { editedField } from '../pages/admin/editor-fields.ts'

/** A form as a browser sends it; a list of values is a name that occurs several times. */
function sent(values: Record<string, string | string[]>): Fields {
  const all = (name: string) => [values[name] ?? []].flat()
  return {
    all,
    get: (name: string) => all(name).at(-1) ?? '',
    has: (name: string) => name in values,
    optional: (name: string) => all(name).at(-1) || undefined,
    files: () => [],
  } as unknown as Fields
}

const sizes = [
  { value: 's', label: { de: 'Klein', en: 'Small', el: 'Μικρό' } },
  { value: 'l', label: { de: 'Groß', en: 'Large', el: 'Μεγάλο' } },
]
const table = Field.parse({
  key: 'items',
  type: 'table',
  label: { de: 'Geräte' },
  columns: [{ key: 'size', type: 'choice', label: { de: 'Größe' }, options: sizes }],
}) as FieldOf<'table'>

const column = (options: Record<'de' | 'en' | 'el', string>) => {
  const field = editedField(
    sent({
      'field.key': 'items',
      'field.label.de': 'Geräte',
      'field.columns.line': ['0'],
      'field.columns.0.label.de': 'Größe',
      'field.columns.0.key': 'size',
      'field.columns.0.type': 'choice',
      'field.columns.0.options.de': options.de,
      'field.columns.0.options.en': options.en,
      'field.columns.0.options.el': options.el,
    }),
    table,
    [],
  ) as { columns: { options: object[] }[] }
  return field.columns[0]?.options
}

describe('the options of a column of a table', () => {
  it('keep their words in every language, and their short names', () => {
    expect(column({ de: 'Klein\nGroß', en: 'Small\nLarge', el: 'Μικρό\nΜεγάλο' })).toEqual(sizes)
  })

  it('keep their short names when they are moved, or renamed in one language', () => {
    expect(column({ de: 'Sehr groß\nKlein', en: 'Large\nSmall', el: 'Μεγάλο\nΜικρό' })).toEqual([
      { value: 'l', label: { de: 'Sehr groß', en: 'Large', el: 'Μεγάλο' } },
      sizes[0],
    ])
  })

  it('get short names that no other one has', () => {
    const options = column({ de: 'Klein\nGroß\nS\nS', en: 'Small\nLarge', el: '' }) as { value: string }[]
    expect(options.map((one) => one.value)).toEqual(['s', 'l', 's-2', 's-3'])
  })

  it('are never none', () => {
    expect(column({ de: '', en: '', el: '' })).toHaveLength(1)
  })
})
