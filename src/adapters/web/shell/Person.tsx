import { classes } from '../../../ui/classes.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import type { PersonStrip } from './shell-props.ts'

/** The way to a person: large on the home page, a strip on all others. */
export function Person({ title, text, actions, small }: PersonStrip & { small: boolean }) {
  return (
    <section class={classes('reach', small && 'strip')} aria-labelledby="person-title">
      <div>
        <h2 id="person-title">{title}</h2>
        <p>{text}</p>
      </div>
      <div class="row">
        {actions.map((action) => (
          <LinkButton key={action.href} href={action.href} icon={action.icon}>
            {action.label}
          </LinkButton>
        ))}
      </div>
    </section>
  )
}
