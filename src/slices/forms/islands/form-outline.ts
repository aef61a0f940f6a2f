interface OutlineProps {
  /** Version that is shown. */
  base: number
}

/** Fields are dragged to another place, or moved by Alt and the arrow keys; the form that is sent is the one of the buttons. */
export function mount(element: HTMLElement, props: Record<string, unknown>) {
  const { base } = props as unknown as OutlineProps
  let dragged: HTMLElement | null = null

  for (const item of element.querySelectorAll<HTMLElement>('[data-field]')) {
    item.draggable = true
    item.addEventListener('dragstart', (event) => {
      dragged = item
      item.classList.add('is-dragged')
      event.dataTransfer?.setData('text/plain', item.dataset['field'] ?? '')
    })
    item.addEventListener('dragend', () => {
      item.classList.remove('is-dragged')
      clear()
    })
    item.addEventListener('keydown', (event) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
      event.preventDefault()
      send({ action: event.key === 'ArrowUp' ? 'upField' : 'downField', at: item.dataset['field'] ?? '' })
    })
  }
  for (const list of element.querySelectorAll<HTMLElement>('[data-fields]')) {
    const page = list.closest<HTMLElement>('[data-page]') ?? list
    page.addEventListener('dragover', (event) => {
      if (!dragged) return
      event.preventDefault()
      clear()
      const before = placeBelow(list, event.clientY)
      if (before) before.classList.add('is-place')
      else list.classList.add('is-place')
    })
    page.addEventListener('drop', (event) => {
      if (!dragged) return
      event.preventDefault()
      const before = placeBelow(list, event.clientY)?.dataset['field'] ?? ''
      const at = dragged.dataset['field'] ?? ''
      if (before !== at) send({ action: 'placeField', at, page: list.dataset['fields'] ?? '', before })
    })
  }

  /** The field before which something dropped here would stand; null: the end. */
  function placeBelow(list: HTMLElement, y: number): HTMLElement | null {
    const fields = [...list.querySelectorAll<HTMLElement>('[data-field]')].filter((one) => one !== dragged)
    return (
      fields.find((one) => {
        const { top, height } = one.getBoundingClientRect()
        return y < top + height / 2
      }) ?? null
    )
  }

  function clear() {
    for (const place of element.querySelectorAll('.is-place')) place.classList.remove('is-place')
  }

  function send(values: Record<string, string>) {
    const form = document.createElement('form')
    form.method = 'post'
    for (const [name, value] of Object.entries({ base: String(base), ...values })) {
      const input = document.createElement('input')
      input.type = 'hidden'
      input.name = name
      input.value = value
      form.append(input)
    }
    document.body.append(form)
    form.requestSubmit()
  }
}
