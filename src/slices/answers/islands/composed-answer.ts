/** Puts what was found together, sentence by sentence, each with links to the passages that support it. Asked for, never by itself. */
interface Props {
  url: string
  texts: { ask: string; working: string; title: string; note: string; nothing: string }
}

interface Sentence {
  text: string
  sources: { number: number; title: string; url: string }[]
}

export function mount(place: HTMLElement, { url, texts }: Props): void {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button',
    textContent: texts.ask,
  })
  place.append(button)
  button.addEventListener('click', () => {
    button.remove()
    compose(place, url, texts)
  })
}

function compose(place: HTMLElement, url: string, texts: Props['texts']) {
  const box = Object.assign(document.createElement('div'), { className: 'card composed' })
  const title = Object.assign(document.createElement('h3'), { className: 'card-title', textContent: texts.title })
  const answer = document.createElement('p')
  const note = Object.assign(document.createElement('p'), { className: 'muted small', textContent: texts.working })
  answer.className = 'composed-text'
  note.setAttribute('role', 'status')
  box.append(title, answer, note)
  place.append(box)

  const events = new EventSource(url)
  events.addEventListener('sentence', (event) => answer.append(...sentence(JSON.parse(event.data))))
  events.addEventListener('end', finish)
  // A broken line is not mended by asking the model again.
  events.addEventListener('error', finish)

  function finish() {
    events.close()
    const isEmpty = answer.childNodes.length === 0
    note.textContent = isEmpty ? texts.nothing : texts.note
    if (isEmpty) answer.remove()
  }
}

function sentence({ text, sources }: Sentence): Node[] {
  const links = sources.map(({ number, title, url }) => {
    const link = Object.assign(document.createElement('a'), { href: url, title, textContent: `[${number}]` })
    link.setAttribute('aria-label', title)
    const raised = document.createElement('sup')
    raised.append(link)
    return raised
  })
  return [document.createTextNode(text), ...links, document.createTextNode(' ')]
}
