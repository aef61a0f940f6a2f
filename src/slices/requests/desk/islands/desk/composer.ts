import { forgetTyping, noteTyping } from './seat.ts'

/** Writing an answer: what is inserted goes to the cursor, `@` completes the name of a colleague, drafts are kept. */
export function wakeComposer(): void {
  document.addEventListener('input', (event) => {
    const field = event.target as HTMLElement
    if (!(field instanceof HTMLTextAreaElement) || !field.closest('[data-composer]')) return
    noteTyping()
    complete(field, event as InputEvent)
  })
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-insert]')
    if (!button) return
    event.preventDefault()
    insert(button.dataset['insert'] ?? '')
  })
  document.addEventListener(
    'submit',
    (event) => {
      if ((event.target as Element).closest('[data-composer]')) forgetTyping()
    },
    true,
  )
  // A template is put in as soon as it is chosen.
  document.addEventListener('change', (event) => {
    const choice = event.target as HTMLElement
    if (choice instanceof HTMLSelectElement && choice.name === 'template' && choice.value)
      choice.form?.querySelector<HTMLButtonElement>('button[value="fill"]')?.click()
  })
}

function insert(text: string): void {
  const field = document.querySelector<HTMLTextAreaElement>('#f-message')
  if (!field) return
  const before = field.value.slice(0, field.selectionStart)
  const gap = before && !before.endsWith('\n') ? '\n\n' : ''
  field.focus()
  field.setRangeText(`${gap}${text}`, field.selectionStart, field.selectionEnd, 'end')
  noteTyping()
}

/** After `@` and two letters: the rest of the only colleague whose name begins so, selected so that typing on replaces it. */
function complete(field: HTMLTextAreaElement, event: InputEvent): void {
  if (event.inputType !== 'insertText' || field.selectionStart !== field.selectionEnd) return
  const begun = /@([^@\n]{2,40})$/.exec(field.value.slice(0, field.selectionStart))?.[1]
  if (!begun) return
  const names = JSON.parse(field.dataset['agents'] ?? '[]') as string[]
  const found = names.filter((name) => name.toLocaleLowerCase().startsWith(begun.toLocaleLowerCase()))
  const [name] = found
  if (found.length !== 1 || !name || name.length === begun.length) return
  const at = field.selectionStart
  field.setRangeText(name.slice(begun.length), at, at, 'end')
  field.setSelectionRange(at, at + name.length - begun.length)
}
