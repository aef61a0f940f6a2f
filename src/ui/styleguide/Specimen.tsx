import type { ComponentChildren } from 'preact'

interface SpecimenProps {
  /** Component and state. */
  title: string
  /** How to write it. */
  code?: string
  children: ComponentChildren
}

/** One component in one state, with the lines that make it. */
export function Specimen({ title, code, children }: SpecimenProps) {
  return (
    <div class="specimen">
      <h3>{title}</h3>
      <div class="stage">{children}</div>
      {code && (
        <details>
          <summary>TSX</summary>
          {/* Code scrolls sideways: reachable by keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <pre tabIndex={0} lang="en">
            <code>{code}</code>
          </pre>
        </details>
      )}
    </div>
  )
}
