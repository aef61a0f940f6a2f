import type { ComponentChildren } from 'preact'

interface PageHeadProps {
  title: ComponentChildren
  lead?: ComponentChildren
  /** Above the title: tags, a state. */
  above?: ComponentChildren
  /** Beside the title: the page's own buttons. */
  actions?: ComponentChildren
}

/** The beginning of a page: its one heading, what it is for, what can be done here. */
export function PageHead({ title, lead, above, actions }: PageHeadProps) {
  const heading = <h1>{title}</h1>
  return (
    <header class="page-head">
      {above && <div class="tags">{above}</div>}
      {actions ? (
        <div class="row spread">
          {heading}
          <div class="row">{actions}</div>
        </div>
      ) : (
        heading
      )}
      {lead && <p class="lead">{lead}</p>}
    </header>
  )
}
