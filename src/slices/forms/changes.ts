import { z } from 'zod'
import {
  Condition,
  FIELD_TYPES,
  Field,
  FieldKey,
  type FormDefinition,
  type FormPage,
  fieldsOf,
  LocalText,
} from '../../kernel/form/definition.ts'
import type { LocalText as Texts } from '../../kernel/form/local-text.ts'
import { RESERVED } from '../../kernel/form/parse-expression.ts'
import { refuse } from '../../kernel/refusal.ts'

const PageId = z.string().min(1).max(40)
/** One up or one down; over the end of a page into the next. */
const By = z.union([z.literal(-1), z.literal(1)])

/** One change of a form, as the builder makes them. */
export const Change = z.discriminatedUnion('do', [
  z.object({ do: z.literal('setForm'), title: LocalText, hint: LocalText.optional() }),
  z.object({ do: z.literal('addPage'), title: LocalText }),
  z.object({
    do: z.literal('setPage'),
    id: PageId,
    title: LocalText,
    hint: LocalText.optional(),
    when: Condition.optional(),
  }),
  z.object({ do: z.literal('movePage'), id: PageId, by: By }),
  z.object({ do: z.literal('removePage'), id: PageId }),
  z.object({
    do: z.literal('addField'),
    page: PageId,
    type: z.enum(FIELD_TYPES as [Field['type'], ...Field['type'][]]),
    label: LocalText,
  }),
  z.object({ do: z.literal('setField'), key: FieldKey, field: Field }),
  z.object({ do: z.literal('moveField'), key: FieldKey, by: By }),
  z.object({ do: z.literal('placeField'), key: FieldKey, page: PageId, before: FieldKey.nullable() }),
  z.object({ do: z.literal('duplicateField'), key: FieldKey }),
  z.object({ do: z.literal('removeField'), key: FieldKey }),
])
export type Change = z.output<typeof Change>

/** A form after a change, and what to look at next: a field or a page. Refuses what is not there, and what would not be a form any more. */
export function applyChange(before: FormDefinition, change: Change): { definition: FormDefinition; at: string | null } {
  const form = structuredClone(before)
  switch (change.do) {
    case 'setForm':
      return { definition: withTexts(form, change), at: null }
    case 'addPage': {
      if (form.pages.length >= 20) throw refuse.field('title', 'forms.change.manyPages')
      const id = freshId(
        form.pages.map((page) => page.id),
        'page',
      )
      form.pages.push({ id, title: change.title, fields: [] })
      return { definition: form, at: id }
    }
    case 'setPage': {
      const page = pageOf(form, change.id)
      form.pages = form.pages.map((one) =>
        one === page ? { ...withTexts({ ...one }, change), ...optional('when', change.when) } : one,
      )
      return { definition: form, at: change.id }
    }
    case 'movePage': {
      const at = form.pages.indexOf(pageOf(form, change.id))
      move(form.pages, at, at + change.by)
      return { definition: form, at: change.id }
    }
    case 'removePage': {
      pageOf(form, change.id)
      if (form.pages.length === 1) throw refuse.conflict('forms.last_page', 'forms.change.lastPage')
      form.pages = form.pages.filter((page) => page.id !== change.id)
      return { definition: form, at: null }
    }
    case 'addField': {
      const page = pageOf(form, change.page)
      if (page.fields.length >= 100) throw refuse.field('type', 'forms.change.manyFields')
      const key = freshKey(form, change.type)
      page.fields.push(Field.parse({ key, label: change.label, type: change.type, ...beginning(change) }))
      return { definition: form, at: key }
    }
    case 'setField': {
      const { page, at } = placeOf(form, change.key)
      const { key } = change.field
      if (key !== change.key && fieldsOf(form).some((field) => field.key === key))
        throw refuse.field(['field', 'key'], 'form.problem.keyTwice', { key })
      page.fields[at] = change.field
      return { definition: key === change.key ? form : renamed(form, change.key, key), at: key }
    }
    case 'moveField': {
      const { page, at } = placeOf(form, change.key)
      const beyond = form.pages[form.pages.indexOf(page) + change.by]
      if (at + change.by >= 0 && at + change.by < page.fields.length) move(page.fields, at, at + change.by)
      else if (beyond) {
        const [field] = page.fields.splice(at, 1) as [Field]
        if (change.by === 1) beyond.fields.unshift(field)
        else beyond.fields.push(field)
      }
      return { definition: form, at: change.key }
    }
    case 'placeField': {
      const { page, at } = placeOf(form, change.key)
      const target = pageOf(form, change.page)
      const [field] = page.fields.splice(at, 1) as [Field]
      const before = target.fields.findIndex((one) => one.key === change.before)
      target.fields.splice(before < 0 ? target.fields.length : before, 0, field)
      return { definition: form, at: change.key }
    }
    case 'duplicateField': {
      const { page, at, field } = placeOf(form, change.key)
      const key = freshKey(form, field.key.replace(/\d+$/, ''))
      page.fields.splice(at + 1, 0, { ...structuredClone(field), key })
      return { definition: form, at: key }
    }
    case 'removeField': {
      const { page, at } = placeOf(form, change.key)
      page.fields.splice(at, 1)
      return { definition: form, at: page.fields[Math.min(at, page.fields.length - 1)]?.key ?? page.id }
    }
  }
}

/** What a field has that was just added. */
function beginning({ type, label }: { type: Field['type']; label: Texts }): object {
  if (type === 'choice')
    return {
      options: [
        { value: 'a', label: { de: 'A', en: 'A', el: 'Α' } },
        { value: 'b', label: { de: 'B', en: 'B', el: 'Β' } },
      ],
    }
  if (type === 'table') return { columns: [{ key: 'what', type: 'text', label }] }
  return type === 'computed' ? { expression: '0' } : {}
}

function pageOf(form: FormDefinition, id: string): FormPage {
  const page = form.pages.find((one) => one.id === id)
  if (!page) throw refuse.notFound()
  return page
}

function placeOf(form: FormDefinition, key: string): { page: FormPage; at: number; field: Field } {
  for (const page of form.pages) {
    const at = page.fields.findIndex((field) => field.key === key)
    if (at >= 0) return { page, at, field: page.fields[at] as Field }
  }
  throw refuse.notFound()
}

function withTexts<T extends { title: Texts; hint?: Texts | undefined }>(
  thing: T,
  { title, hint }: { title: Texts; hint?: Texts | undefined },
): T {
  const { hint: _gone, ...rest } = thing
  return { ...rest, title, ...optional('hint', hint) } as T
}

function optional<K extends string, T>(name: K, value: T | undefined): object {
  return { [name]: value }
}

function move<T>(list: T[], from: number, to: number): void {
  if (to < 0 || to >= list.length) return
  const [one] = list.splice(from, 1) as [T]
  list.splice(to, 0, one)
}

/** A key that is still free: `text`, `text2`, `text3`. */
function freshKey(form: FormDefinition, base: string): string {
  const taken = new Set([...fieldsOf(form).map((field) => field.key), ...RESERVED])
  let key = base
  for (let n = 2; taken.has(key); n += 1) key = `${base}${n}`
  return key
}

function freshId(taken: readonly string[], base: string): string {
  let n = taken.length + 1
  while (taken.includes(`${base}-${n}`)) n += 1
  return `${base}-${n}`
}

/** The form with a field called otherwise wherever it is spoken of. */
function renamed(form: FormDefinition, from: string, to: string): FormDefinition {
  const inExpression = new RegExp(`(?<![\\w."'])${from}(?![\\w(])`, 'g')
  return JSON.parse(JSON.stringify(form), (name, value) => {
    if (name === 'expression' && typeof value === 'string') return value.replace(inExpression, to)
    return name === 'field' && value === from ? to : value
  })
}
