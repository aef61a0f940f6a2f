/** Light and dark change at once; the choice is kept by the same form that does it without JavaScript. */
export function wakeScheme(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-scheme-switch]')
  form?.addEventListener('submit', (event) => {
    const button = event.submitter as HTMLButtonElement | null
    if (!button) return
    event.preventDefault()
    const fields = new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>)
    if (button.value === 'auto') delete document.documentElement.dataset.scheme
    else document.documentElement.dataset.scheme = button.value
    for (const other of form.querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === button))
    void fetch(form.action, { method: 'POST', body: fields, redirect: 'manual', keepalive: true })
  })
}
