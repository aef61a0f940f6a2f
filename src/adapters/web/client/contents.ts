/** The contents list shows which part is being read. */
export function wakeContents(): void {
  const links = new Map<string, HTMLAnchorElement>()
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-toc] a[href^="#"]'))
    links.set(decodeURIComponent(link.hash.slice(1)), link)
  if (links.size === 0) return

  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.find((one) => one.isIntersecting)
      if (!entry) return
      for (const [id, link] of links) {
        if (id === entry.target.id) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    },
    { rootMargin: '0px 0px -70% 0px' },
  )
  for (const id of links.keys()) {
    const heading = document.getElementById(id)
    if (heading) observer.observe(heading)
  }
}
