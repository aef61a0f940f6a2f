import type { Field, FormDefinition, FormPage } from '../../kernel/form/definition.ts'

/**
 * What a browser needs of a form to keep a page of it up to date: conditions, expressions and types, without the words. Null when nothing
 * on the page depends on an answer and nothing can be added.
 */
export function liveForm(definition: FormDefinition, page: FormPage): FormDefinition | null {
  if (!page.fields.some((field) => field.when || field.type === 'computed' || field.type === 'table')) return null
  const end = definition.pages.findIndex((one) => one.id === page.id)
  const pages = definition.pages.slice(0, end + 1).map((one) => ({ ...one, title: {}, fields: one.fields.map(bare) }))
  return { title: {}, pages }
}

function bare({ hint: _hint, ...field }: Field): Field {
  const options = 'options' in field ? { options: [] } : {}
  const pattern = 'pattern' in field ? { pattern: undefined } : {}
  const columns = 'columns' in field ? { columns: field.columns.map((column) => ({ ...column, label: {} })) } : {}
  return { ...field, label: {}, ...options, ...pattern, ...columns } as Field
}
