import { classes } from '../../../ui/classes.ts'
import { Breadcrumbs } from '../../../ui/components/Breadcrumbs.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { NOTICE_ICONS, Notice } from '../../../ui/components/Notice.tsx'
import { SearchField } from '../../../ui/components/SearchField.tsx'
import { SkipLink } from '../../../ui/components/SkipLink.tsx'
import { Footer } from './Footer.tsx'
import { Head } from './Head.tsx'
import { Header } from './Header.tsx'
import { Person } from './Person.tsx'
import { SideNavigation } from './SideNavigation.tsx'
import type { ShellProps } from './shell-props.ts'

/** The whole document around a page, of portal and administration alike. Rendered on the server after `<!doctype html>`. */
export function Layout(shell: ShellProps) {
  const { lang, t, side, scheme } = shell
  return (
    <html lang={lang} data-scheme={scheme ?? undefined}>
      <Head {...shell} />
      <body class={classes('shell', (side || shell.work) && 'work')}>
        <SkipLink t={t} />
        <Header {...shell} />
        {side ? (
          <div class="work-frame">
            <SideNavigation {...side} />
            <main id="main" tabIndex={-1}>
              <Beginning {...shell} />
              {shell.children}
            </main>
          </div>
        ) : shell.work ? (
          <main id="main" tabIndex={-1} class="work-main">
            <Flash {...shell} />
            {shell.children}
          </main>
        ) : (
          <>
            <SubHead {...shell} />
            <main id="main" tabIndex={-1} class="wrap">
              <Banners {...shell} />
              <Flash {...shell} />
              {shell.children}
            </main>
            {shell.person && (
              <div class="wrap reach-place">
                <Person {...shell.person} small={shell.search !== null} />
              </div>
            )}
          </>
        )}
        <Footer {...shell} />
      </body>
    </html>
  )
}

/** Where one is, and the search field. */
function SubHead({ t, breadcrumbs = [], search }: ShellProps) {
  if (!search && breadcrumbs.length < 2) return null
  return (
    <div class="sub-head">
      <div class="wrap">
        <Breadcrumbs t={t} items={breadcrumbs} />
        {search && (
          <SearchField t={t} action={search.action} value={search.value}>
            {search.suggest}
          </SearchField>
        )}
      </div>
    </div>
  )
}

/** What affects the reader just now, before anything else: in full on the home page, elsewhere in a line that leads on. */
function Banners({ t, banners, areBannersFull }: ShellProps) {
  if (banners.length === 0) return null
  if (!areBannersFull)
    return (
      <nav class="banner-lines" aria-label={t('web.banners.title')}>
        {banners.map(({ tone, title, href }) => (
          <a key={title} href={href} class={classes('banner-line', tone)}>
            <Icon name={NOTICE_ICONS[tone]} />
            <span>{title}</span>
          </a>
        ))}
      </nav>
    )
  return (
    <section class="banners" aria-label={t('web.banners.title')}>
      {banners.map(({ tone, title, text, href, until }) => (
        <Notice key={title} tone={tone} title={title} end={<a href={href}>{t('web.banners.more')}</a>}>
          <p>
            {text} {until && <span class="muted">{t('web.banners.until', { until })}</span>}
          </p>
        </Notice>
      ))}
    </section>
  )
}

/** On work pages the breadcrumbs stand above the page's own heading. */
function Beginning(shell: ShellProps) {
  return (
    <>
      <Breadcrumbs t={shell.t} items={shell.breadcrumbs ?? []} />
      <Flash {...shell} />
    </>
  )
}

function Flash({ flash }: ShellProps) {
  if (!flash) return null
  return (
    <div class="flashes">
      <Notice tone={flash.kind} live>
        {flash.text}
      </Notice>
    </div>
  )
}
