/** The picture of a flow: larger, smaller, as a whole; and the box of the step that the outline points at stands out. */
interface Props {
  texts: { larger: string; smaller: string; whole: string }
}

const STEP = 1.25

export function mount(place: HTMLElement, { texts }: Props) {
  const map = place.querySelector<HTMLElement>('.flow-map')
  const found = map?.querySelector('svg')
  if (!map || !found) return
  const svg: SVGSVGElement = found
  const { width, height } = svg.viewBox.baseVal
  let scale = 1
  const set = (to: number) => {
    scale = Math.min(2.5, Math.max(0.2, to))
    svg.setAttribute('width', String(Math.round(width * scale)))
    svg.setAttribute('height', String(Math.round(height * scale)))
  }
  const whole = () => set(Math.min(1, (map.clientWidth - 16) / width))
  const bar = Object.assign(document.createElement('div'), { className: 'row' })
  for (const [label, act] of [
    [texts.smaller, () => set(scale / STEP)],
    [texts.larger, () => set(scale * STEP)],
    [texts.whole, whole],
  ] as const) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button small',
      textContent: label,
    })
    button.addEventListener('click', act)
    bar.append(button)
  }
  place.prepend(bar)
  // As a whole where that can still be read; otherwise the beginning is what there is to see first.
  set(Math.min(1, Math.max(0.6, (map.clientWidth - 16) / width)))
  const start = svg.querySelector('.flow-box.start')?.getBoundingClientRect()
  if (start) map.scrollLeft += start.x + start.width / 2 - map.getBoundingClientRect().x - map.clientWidth / 2
  for (const kind of ['focusin', 'mouseover'] as const)
    document.addEventListener(kind, ({ target }) => {
      const step = (target as HTMLElement).closest?.<HTMLElement>('[data-outline]')?.dataset['outline']
      if (!step) return
      svg.querySelector('.flow-box.here')?.classList.remove('here')
      svg.querySelector(`[data-step="${CSS.escape(step)}"]`)?.classList.add('here')
    })
}
