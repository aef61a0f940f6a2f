import type { Answer, Answers, Row } from './answers.ts'
import type { Column, Field, FormPage } from './definition.ts'

/** Where the inputs of a submitted form are read from; `Fields` of a page is one. */
export interface AnswerSource {
  get(name: string): string
  all(name: string): string[]
  /** Files that came with the form. */
  files?(name: string): readonly { id: string }[]
}

/** Name of the inputs of a field: issues about it have the same as their path. */
export const inputName = (key: string) => `answers.${key}`

/**
 * The answers of a submitted form, as they were typed: empty inputs are left out, numbers are numbers where they can be read as such. What
 * is wrong with them is for `checkAnswers` to say. Fields that are not in the form keep no answer.
 */
export function answersOf(pages: readonly FormPage[], source: AnswerSource): Answers {
  const answers: Answers = {}
  for (const field of pages.flatMap((page) => page.fields)) {
    const answer = answerOf(field, source)
    if (answer !== undefined) answers[field.key] = answer
  }
  return answers
}

/** Whether the form came to have a row added or taken away, rather than to go on. */
export function changesRows(pages: readonly FormPage[], source: AnswerSource): boolean {
  return pages.some((page) =>
    page.fields.some(
      ({ type, key }) =>
        type === 'table' && (source.get(`${inputName(key)}.add`) || source.get(`${inputName(key)}.remove`)),
    ),
  )
}

/** Keys of the fields that the form had inputs for. A condition may have brought others on since. */
export function askedIn(source: AnswerSource): string[] {
  return source.all('asked')
}

function answerOf(field: Field, source: AnswerSource): Answer | undefined {
  const name = inputName(field.key)
  switch (field.type) {
    case 'note':
    case 'computed':
      return undefined
    case 'choice':
      return field.many ? some(source.all(name).filter(Boolean)) : simple(field, source.get(name))
    case 'file': {
      const kept = source.all(`${name}.kept`).map((one) => one.split(' ', 1)[0] ?? '')
      const gone = source.all(`${name}.remove`)
      const added = source.files?.(name) ?? []
      return some([...new Set([...kept, ...added.map((file) => file.id)])].filter((id) => id && !gone.includes(id)))
    }
    case 'address': {
      const part = (of: string) => source.get(`${name}.${of}`).trim()
      const [street, number, postalCode, town] = [part('street'), part('number'), part('postalCode'), part('town')]
      if (!street && !number && !postalCode && !town) return undefined
      return { street, ...(number ? { number } : {}), postalCode, town, country: part('country') }
    }
    case 'table': {
      const gone = source.get(`${name}.remove`)
      const rows = source.all(`${name}.row`).filter((row) => row !== gone)
      return some(rows.map((row) => rowOf(field.columns, `${name}.${row}`, source)).filter(isFilled))
    }
    default:
      return simple(field, source.get(name))
  }
}

function rowOf(columns: readonly Column[], name: string, source: AnswerSource): Row {
  const row: Row = {}
  for (const column of columns) {
    const value = simple(column, source.get(`${name}.${column.key}`))
    if (value !== undefined) row[column.key] = value
  }
  return row
}

function isFilled(row: Row): boolean {
  return Object.keys(row).length > 0
}

function simple({ type }: Pick<Field, 'type'>, typed: string): string | number | boolean | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (type === 'yesNo') return text === 'yes' ? true : text === 'no' ? false : text
  if (type !== 'number') return text
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

function some<T extends string[] | Row[]>(list: T): T | undefined {
  return list.length > 0 ? list : undefined
}
