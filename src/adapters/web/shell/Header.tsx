import { Icon } from '../../../ui/components/Icon.tsx'
import { Menu } from '../../../ui/components/Menu.tsx'
import { SchemeSwitch } from './SchemeSwitch.tsx'
import type { ShellLink, ShellProps } from './shell-props.ts'

/** Name, navigation, languages and account. On a phone all but the name is a sheet behind one button. */
export function Header(shell: ShellProps) {
  const { t, portal, nav } = shell
  return (
    <header class="site-head">
      <div class="wrap">
        <a class="site-name" href={portal.home}>
          <Logo {...portal} />
          <span>{portal.name}</span>
        </a>
        <button type="button" class="menu-button" popovertarget="site-menu">
          <Icon name="menu" />
          {t('ui.menu')}
        </button>
        <div class="site-menu" id="site-menu" popover="auto">
          {nav.length > 0 && <Navigation {...shell} />}
          <div class="site-tools">
            <Display {...shell} />
            <Bell {...shell} />
            <Account {...shell} />
          </div>
        </div>
      </div>
    </header>
  )
}

/** So many ways stand beside each other before the rest goes behind "more". */
const BESIDE = 3

/** The portal's ways. Where there is room for a line the later ones stand in a menu, on a phone in the one list: always once displayed. */
function Navigation({ t, nav }: ShellProps) {
  const further = nav.length > BESIDE + 1 ? nav.slice(BESIDE) : []
  return (
    <nav class="site-nav" aria-label={t('ui.navigation')}>
      <ul>
        {nav.map((link, n) => (
          <li key={link.href} class={further.length > 0 && n >= BESIDE ? 'further' : undefined}>
            <NavigationLink {...link} />
          </li>
        ))}
        {further.length > 0 && (
          <li class="more">
            <Menu label={t('ui.more')} group="site" class={further.some((link) => link.current) ? 'current' : ''}>
              {further.map((link) => (
                <NavigationLink key={link.href} {...link} />
              ))}
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  )
}

function NavigationLink({ href, label, current }: ShellLink) {
  return (
    <a href={href} aria-current={current}>
      {label}
    </a>
  )
}

function Logo({ logoUrl, name }: ShellProps['portal']) {
  if (logoUrl) return <img class="site-logo" src={logoUrl} alt="" width="32" height="32" />
  return (
    <span class="site-logo initial" aria-hidden="true">
      {name.charAt(0)}
    </span>
  )
}

/** Language and appearance. */
function Display(shell: ShellProps) {
  const { t, lang, langs } = shell
  const current = langs.find((one) => one.lang === lang)
  return (
    <Menu icon="languages" label={current?.label ?? lang} group="site" class="display">
      {langs.length > 1 && <p class="menu-title">{t('ui.language')}</p>}
      {langs.length > 1 &&
        langs.map((one) => (
          <a
            key={one.lang}
            href={one.href}
            lang={one.lang}
            hreflang={one.lang}
            aria-current={one.lang === lang ? 'true' : undefined}
          >
            {one.label}
            {one.lang === lang && <Icon name="check" />}
          </a>
        ))}
      <p class="menu-title" id="scheme-title">
        {t('ui.scheme.title')}
      </p>
      <SchemeSwitch t={t} scheme={shell.scheme} action={shell.schemeAction} back={shell.address} />
    </Menu>
  )
}

/** What is new for the reader: a number, and a name for who does not see it. */
function Bell({ bell }: ShellProps) {
  if (!bell) return null
  return (
    <a class="tool bell" href={bell.href} aria-current={bell.current ? 'page' : undefined} title={bell.label}>
      <Icon name="bell" />
      <span class="visually-hidden">{bell.label}</span>
      {bell.count > 0 && (
        <span class="bell-count" aria-hidden="true">
          {bell.count > 99 ? '99+' : bell.count}
        </span>
      )}
    </a>
  )
}

function Account({ t, account, signIn }: ShellProps) {
  if (account)
    return (
      <Menu icon="circle-user-round" label={account.name} group="site" class="me">
        {account.items.map((item) => (
          <AccountItem key={item.href} {...item} />
        ))}
        <hr />
        <form method="post" action={account.signOut}>
          <button type="submit">
            <Icon name="log-out" />
            {t('ui.signOut')}
          </button>
        </form>
      </Menu>
    )
  if (!signIn) return null
  return (
    <a class="tool sign-in" href={signIn}>
      <Icon name="circle-user-round" />
      {t('ui.signIn')}
    </a>
  )
}

function AccountItem({ href, label, icon, current }: ShellLink) {
  return (
    <a href={href} aria-current={current}>
      {icon && <Icon name={icon} />}
      {label}
    </a>
  )
}
