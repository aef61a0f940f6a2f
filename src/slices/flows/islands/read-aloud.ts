/** Reads a step aloud where the browser can. Without it there is no button. */
interface Props {
  text: string
  lang: string
  read: string
  stop: string
}

export function mount(place: HTMLElement, { text, lang, read, stop }: Props) {
  const speech = globalThis.speechSynthesis
  if (!speech) return
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button quiet small',
    textContent: read,
  })
  const say = () => {
    const words = Object.assign(new SpeechSynthesisUtterance(text), { lang, rate: 0.95 })
    words.onend = () => {
      button.textContent = read
    }
    button.textContent = stop
    speech.speak(words)
  }
  button.addEventListener('click', () => {
    if (!speech.speaking) return say()
    speech.cancel()
    button.textContent = read
  })
  addEventListener('pagehide', () => speech.cancel())
  place.append(button)
}
