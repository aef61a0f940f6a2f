import type { ComponentChildren, HTMLAttributes, JSX } from 'preact'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'theke-island': HTMLAttributes<HTMLElement> & { name: string; props: string }
    }
  }
}

interface IslandProps {
  /** File name of the island without ending: `src/…/islands/{name}.tsx`. Unique in the whole project. */
  name: string
  /** Handed to the component in the browser: JSON values only. */
  props?: Record<string, unknown>
  /** What the page shows before, and without, JavaScript: usually the same component, rendered on the server. */
  children?: ComponentChildren
}

/**
 * A part of a page that wakes up in the browser. The loader (src/adapters/web/client/main.ts) imports the island by name and hydrates
 * a default-exported component, or calls an exported `mount(element, props)`.
 */
export function Island({ name, props = {}, children }: IslandProps): JSX.Element {
  return (
    <theke-island name={name} props={JSON.stringify(props)}>
      {children}
    </theke-island>
  )
}
