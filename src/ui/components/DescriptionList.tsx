import type { ComponentChildren } from 'preact'

/** A fact about a thing: its name, and what it is. Facts without a value drop out. */
export interface Fact {
  term: string
  value: ComponentChildren
}

/** Facts about one thing. */
export function DescriptionList({ facts }: { facts: readonly (Fact | null | false | undefined)[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) =>
        fact && fact.value !== null && fact.value !== undefined && fact.value !== '' ? (
          <>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </>
        ) : null,
      )}
    </dl>
  )
}
