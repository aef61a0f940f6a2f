interface Question {
  title: string
  /** The field of the dialog. */
  label: string
  hint?: string
  insert: string
  cancel: string
  /** Things to choose from while typing: chosen with a click or Enter. */
  find?: (words: string) => Promise<{ value: string; label: string; note?: string }[]>
  nothing?: string
}

/** Asks for one thing in a dialog; null when it was cancelled. With `find`, the answer is the value of what was chosen. */
export function ask({
  title,
  label,
  hint,
  insert,
  cancel,
  find,
  nothing,
}: Question): Promise<{ value: string; label: string } | null> {
  const dialog = document.createElement('dialog')
  dialog.className = 'dialog'
  const form = element('form', 'dialog-body stack')
  form.method = 'dialog'
  const field = element('div', 'field')
  const input = element('input', 'input')
  input.id = 'editor-question'
  input.required = true
  input.autocomplete = 'off'
  const name = element('label')
  name.htmlFor = input.id
  name.textContent = label
  field.append(name)
  if (hint) {
    const text = element('p', 'hint')
    text.id = 'editor-question-hint'
    text.textContent = hint
    input.setAttribute('aria-describedby', text.id)
    field.append(text)
  }
  field.append(input)
  const heading = element('h2')
  heading.textContent = title
  const list = element('ul', 'choices-found')
  list.setAttribute('role', 'list')
  const actions = element('div', 'form-actions')
  const stop = button(cancel, 'button quiet')
  stop.formNoValidate = true
  stop.value = 'cancel'
  if (!find) actions.append(button(insert, 'button primary'))
  actions.append(stop)
  form.append(heading, field, list, actions)
  dialog.append(form)
  document.body.append(dialog)

  return new Promise((answer) => {
    let chosen: { value: string; label: string } | null = null
    if (find) {
      let turn = 0
      const refresh = async () => {
        const mine = ++turn
        const found = await find(input.value).catch(() => [])
        if (mine !== turn) return
        list.replaceChildren(
          ...found.map(({ value, label: text, note }) => {
            const item = element('li')
            const choice = button(note ? `${text} (${note})` : text, 'button quiet wide')
            choice.type = 'button'
            choice.addEventListener('click', () => {
              chosen = { value, label: text }
              dialog.close('ok')
            })
            item.append(choice)
            return item
          }),
        )
        if (found.length === 0) list.append(Object.assign(element('li', 'muted'), { textContent: nothing ?? '' }))
      }
      input.addEventListener('input', refresh)
      input.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        list.querySelector('button')?.click()
      })
      void refresh()
    }
    form.addEventListener('submit', (event) => {
      event.stopPropagation()
      if ((event.submitter as HTMLButtonElement | null)?.value !== 'cancel' && !find)
        chosen = { value: input.value.trim(), label: input.value.trim() }
    })
    dialog.addEventListener('close', () => {
      dialog.remove()
      answer(chosen?.value ? chosen : null)
    })
    dialog.showModal()
    input.focus()
  })
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, name = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (name) made.className = name
  return made
}

function button(text: string, name: string): HTMLButtonElement {
  const made = element('button', name)
  made.textContent = text
  return made
}
