import type { ShellProps } from './shell-props.ts'

/** Imprint, privacy, accessibility, and what it runs with. */
export function Footer({ t, footer, portal }: ShellProps) {
  return (
    <footer class="site-foot">
      <div class="wrap">
        <span>© {portal.name}</span>
        <ul>
          {footer.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
        <span class="made">{t('ui.runsWith')}</span>
      </div>
    </footer>
  )
}
