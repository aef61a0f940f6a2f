import type { ComponentType } from 'preact'

interface IslandModule {
  /** A component that was rendered on the server with the same props. */
  default?: ComponentType<Record<string, unknown>>
  /** For islands that need no Preact. */
  mount?: (element: HTMLElement, props: Record<string, unknown>) => void
}

const modules = import.meta.glob<IslandModule>('../../../**/islands/*.{ts,tsx}')
const loaders = new Map(
  Object.entries(modules).map(([path, load]) => [path.replace(/^.*\//, '').replace(/\.tsx?$/, ''), load]),
)

/** Wakes `<theke-island name props>` elements, also those that come into the page later; `data-awake` says that one answers now. */
export function defineIslands(): void {
  customElements.define(
    'theke-island',
    class extends HTMLElement {
      #begun = false

      connectedCallback() {
        if (this.#begun) return
        this.#begun = true
        wake(this).then(
          () => {
            this.dataset.awake = ''
          },
          (error: unknown) => {
            // The page goes on working with what the server sent.
            console.error(`island ${this.getAttribute('name')} did not wake`, error)
          },
        )
      }
    },
  )
}

async function wake(element: HTMLElement): Promise<void> {
  const load = loaders.get(element.getAttribute('name') ?? '')
  if (!load) throw new Error('unknown island')
  const props = JSON.parse(element.getAttribute('props') ?? '{}') as Record<string, unknown>
  const island = await load()
  if (island.mount) return island.mount(element, props)
  if (!island.default) return
  const { h, hydrate } = await import('preact')
  hydrate(h(island.default, props), element)
}
