import type { ComponentChildren } from 'preact'
import { classes } from '../classes.ts'

interface ProseProps {
  /** HTML that was made by the renderer of articles, which lets nothing dangerous through. */
  html?: string
  children?: ComponentChildren
  /** Numbered steps stand out. */
  howTo?: boolean
  /** When it is in another language than the page. */
  lang?: string | undefined
}

/** The body of an article: everything that Markdown can make, set for reading. */
export function Prose({ html, children, howTo, lang }: ProseProps) {
  const name = classes('prose', howTo && 'how-to')
  if (html === undefined)
    return (
      <div class={name} lang={lang}>
        {children}
      </div>
    )
  // Sanitised by the article renderer, see `html`
  return <div class={name} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}
