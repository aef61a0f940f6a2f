/** The worker keeps what was read lately for moments without a connection. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/service-worker.js').catch(() => {
      // Private windows and plain http refuse: everything works without.
    })
  })
}
