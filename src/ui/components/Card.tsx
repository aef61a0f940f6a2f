import type { ComponentChildren } from 'preact'
import { classes } from '../classes.ts'

interface CardProps {
  title?: ComponentChildren
  /** Level of the title in the page's outline. */
  level?: 2 | 3
  /** Makes the whole card lead there. */
  href?: string
  tone?: 'sheet' | 'sunk' | 'accent'
  class?: string
  children?: ComponentChildren
}

/** A sheet with one thing on it. */
export function Card({ title, level = 2, href, tone, class: own, children }: CardProps) {
  const Title = `h${level}` as 'h2'
  return (
    <section class={classes('card', tone !== 'sheet' && tone, href && 'link', own)}>
      {title && <Title class="card-title">{href ? <a href={href}>{title}</a> : title}</Title>}
      {children}
    </section>
  )
}
