/** A button that prints the page. Browsers print without it; it stands only where it works. */
export function mount(place: HTMLElement, { label }: { label: string }) {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button small',
    textContent: label,
  })
  button.addEventListener('click', () => window.print())
  place.append(button)
}
