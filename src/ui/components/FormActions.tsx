import type { ComponentChildren } from 'preact'
import { classes } from '../classes.ts'

/** The buttons under a form, the primary one first. On a phone they stay within reach of the thumb unless `fixed` is false. */
export function FormActions({ children, reachable = true }: { children: ComponentChildren; reachable?: boolean }) {
  return <div class={classes('form-actions', reachable && 'reachable')}>{children}</div>
}
