import { type Answers, type FormContext, fillForm } from '../../kernel/form/answers.ts'
import type { FormDefinition } from '../../kernel/form/definition.ts'
import { answersOf } from '../../kernel/form/read-answers.ts'
import { sayComputed } from '../../kernel/form/say-answer.ts'
import type { Lang } from '../../kernel/lang.ts'

interface LiveFormProps {
  /** The form without its words. */
  live: FormDefinition
  page: string
  /** Answers of other pages. */
  others: Answers
  context: FormContext
  lang: Lang
  words: { yes: string; no: string; missing: string }
}

/** Keeps a page of a form up to date while it is filled in: shows what an answer brings on, works out values, adds rows. */
export function mount(element: HTMLElement, props: Record<string, unknown>) {
  const { live, page, others, context, lang, words } = props as unknown as LiveFormProps
  const form = element.closest('form')
  const here = live.pages.find((one) => one.id === page)
  if (!form || !here) return
  const sayings = { lang, yes: words.yes, no: words.no }

  form.addEventListener('input', update)
  form.addEventListener('change', update)
  element.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-add-row], [data-remove-row]')
    if (!button) return
    event.preventDefault()
    if (button.dataset['addRow']) addRow(element, button.dataset['addRow'])
    else removeRow(button)
    form.dispatchEvent(new Event('input', { bubbles: true }))
  })
  update()

  function update() {
    if (!form || !here) return
    const answers = { ...others, ...answersOf([here], sourceOf(form)) }
    const { visible, values } = fillForm(live, answers, context)
    const shown = new Set(visible.map((field) => field.key))
    let isSame = true
    for (const part of element.querySelectorAll<HTMLFieldSetElement>('[data-when]')) {
      const isShown = shown.has(part.dataset['when'] ?? '')
      if (part.hidden === !isShown) continue
      part.hidden = !isShown
      part.disabled = !isShown
      isSame = false
    }
    for (const output of element.querySelectorAll<HTMLOutputElement>('[data-computed]')) {
      const field = here.fields.find((one) => one.key === output.dataset['computed'])
      const value = field && values[field.key]
      const said =
        field?.type === 'computed' && value !== undefined ? sayComputed(field, value, sayings) : words.missing
      if (output.textContent !== said) output.textContent = said
    }
    // What was brought on may have an answer already that others look at.
    if (!isSame) update()
  }
}

function sourceOf(form: HTMLFormElement) {
  const entries = new FormData(form)
  const all = (name: string) => entries.getAll(name).filter((one): one is string => typeof one === 'string')
  return { all, get: (name: string) => all(name).at(-1) ?? '' }
}

function addRow(element: HTMLElement, name: string) {
  const list = element.querySelector<HTMLElement>(`[data-rows="${name}"]`)
  const last = list?.querySelector<HTMLElement>('[data-row]:last-child')
  if (!list || !last || list.children.length >= Number(list.dataset['max'])) return
  const row = last.cloneNode(true) as HTMLElement
  const number =
    1 +
    Math.max(...[...list.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].map((one) => Number(one.value)))
  for (const input of row.querySelectorAll<HTMLInputElement>('input, select')) {
    if (input.type === 'hidden') input.value = String(number)
    else {
      input.name = input.name.replace(/\.\d+\.(\w+)$/, `.${number}.$1`)
      input.value = ''
      const label = row.querySelector(`label[for="${input.id}"]`)
      input.id = `f-${input.name.replace(/[^\w-]/g, '-')}`
      label?.setAttribute('for', input.id)
    }
  }
  const remove = row.querySelector<HTMLButtonElement>('[data-remove-row]')
  if (remove) remove.value = String(number)
  list.append(row)
  row.querySelector<HTMLElement>('input:not([type="hidden"]), select')?.focus()
}

function removeRow(button: HTMLElement) {
  const row = button.closest<HTMLElement>('[data-row]')
  const list = row?.parentElement
  if (!row || !list) return
  if (list.children.length > 1) row.remove()
  else
    for (const input of row.querySelectorAll<HTMLInputElement>('input:not([type="hidden"]), select')) input.value = ''
  list.querySelector<HTMLElement>('[data-row]:last-child input:not([type="hidden"])')?.focus()
}
