import type { ComponentChildren } from 'preact'
import type { Lang } from '../../../kernel/lang.ts'
import type { Translate } from '../../../kernel/text.ts'
import type { Crumb } from '../../../ui/components/Breadcrumbs.tsx'
import type { IconName } from '../../../ui/icon-names.ts'

/** A way to a page, in a navigation. */
export interface ShellLink {
  label: string
  href: string
  /** `page`: this is the page. `true`: the page lies below it. */
  current?: 'page' | 'true' | undefined
  icon?: IconName
  count?: number | string
}

/** Addresses of what the build made. */
export interface ShellAssets {
  styles: readonly string[]
  /** The one script (module); islands are fetched by it when they are needed. */
  script: string | null
  /** Fonts that the first lines are set in, to be fetched at once. */
  fonts: readonly string[]
  /** `/brand/{portal}.css?v=…`: sets --brand-l, --brand-c, --brand-h. */
  brand: string
  manifest: string
  /** Icon of the tab (SVG or PNG) and of a phone's home screen (PNG, 180 px). */
  icon: string
  touchIcon: string
}

/** "Reach a person", at the end of every portal page. */
export interface PersonStrip {
  title: string
  /** When people are there, and what to expect. */
  text: string
  /** The first one is the loud one. */
  actions: readonly { label: string; href: string; icon: IconName }[]
}

/** Everything that the frame around a page needs. */
export interface ShellProps {
  lang: Lang
  t: Translate
  portal: { key: string; name: string; logoUrl: string | null; home: string }
  title: string
  description?: string | undefined
  canonical?: string | undefined
  alternates?: readonly { lang: string; href: string }[]
  noIndex?: boolean | undefined
  image?: string | undefined
  feeds?: readonly { title: string; href: string }[]
  structuredData?: readonly object[]
  /** The same page in the other languages, the current one among them. */
  langs: readonly { lang: Lang; label: string; href: string }[]
  nav: readonly ShellLink[]
  /** null: nobody is signed in. */
  account: { name: string; items: readonly ShellLink[]; signOut: string } | null
  /** What the reader has not read yet; null: nobody is signed in. */
  bell: { href: string; label: string; count: number; current: boolean } | null
  /** Where to sign in and come back; null where one cannot. */
  signIn: string | null
  /** The search field under the header; null where the page has its own. */
  search: { action: string; value?: string; suggest?: ComponentChildren } | null
  breadcrumbs?: readonly Crumb[]
  flash?: { kind: 'good' | 'info' | 'warn'; text: string } | null
  /** What affects the reader just now. */
  banners: readonly { tone: 'bad' | 'warn' | 'info'; title: string; text: string; href: string; until: string | null }[]
  /** Whether banners are told in full; else they are lines that lead on. */
  areBannersFull: boolean
  person: PersonStrip | null
  footer: readonly { label: string; href: string }[]
  /** The reader's choice; null: as the system says. */
  scheme: 'light' | 'dark' | null
  /** Takes the form of the scheme switch: `scheme` = light, dark or auto, `back` = address to return to. */
  schemeAction: string
  /** Path and query of this page. */
  address: string
  assets: ShellAssets
  /** Side navigation of the administration: groups of links. Its presence makes the page a work page. */
  side?: { title: string; groups: readonly { title: string | null; links: readonly ShellLink[] }[] } | null
  /** A work page that fills the window and brings its own side navigation. */
  work?: boolean
  children: ComponentChildren
}
