import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import type { StoredFile } from '../kernel/files.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Operation, Requirement } from '../kernel/operation.ts'
import type { Issue } from '../kernel/refusal.ts'
import type { TextKey, TextValues, Translate } from '../kernel/text.ts'
import type { Formats } from './formats.ts'

/** A portal as pages see it. */
export interface PortalView {
  key: string
  /** Name in the reader's language. */
  name: string
  langs: readonly Lang[]
  /** Path in front of the language: empty for the default portal, `/key` for others. */
  base: string
  logoUrl: string | null
  /** Version of the brand, part of the address of its style sheet. */
  brandVersion: string
}

/** What was typed into a form that was refused (or interrupted by a lost session), to be shown again with what to mend. */
export interface FormState {
  /** The action whose form it was. */
  action: string
  values: Record<string, string | string[]>
  issues: Issue[]
  /** Text for the form as a whole, e.g. of a conflict. */
  message: string | null
  /** It was kept while the reader signed in again: nothing is wrong with it. */
  restored: boolean
}

/** The fields of a submitted form. */
export interface Fields {
  /** A field's value, or the empty string. Last one wins. */
  get(name: string): string
  all(name: string): string[]
  has(name: string): boolean
  /** Files uploaded with the field: stored, not yet claimed by anything. */
  files(name: string): StoredFile[]
  /** The value, or undefined when empty: for optional fields of an operation. */
  optional(name: string): string | undefined
}

/** One request for a page, with everything that a page may use. Pages do nothing but run operations and show their answers. */
export interface PageCall {
  readonly actor: Actor
  readonly lang: Lang
  readonly portal: PortalView
  readonly t: Translate
  readonly format: Formats
  readonly now: Date
  /** Time zone of the installation, e.g. `Europe/Berlin`: what people mean when they type a time. */
  readonly timeZone: string
  /** Parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>
  /** Query of the address; last one wins, `queryAll` for repeated ones. */
  readonly query: Readonly<Record<string, string>>
  queryAll(name: string): string[]
  /** Path (after portal and language) of this page. */
  readonly path: string
  /** Public address of the installation, without slash at the end. */
  readonly origin: string
  readonly form: FormState | null
  /** Cookies that came with the request, decoded. For pages that keep something of their own; see {@link Cookie}. */
  readonly cookies: Readonly<Record<string, string | undefined>>
  /** What the browser says it is (User-Agent). */
  readonly userAgent: string | null
  /** When people are there (again), as a sentence; null when nobody has said so. */
  whenBack(): Promise<string | null>
  /** Address of a page of this portal in the reader's language (or another): `url('/help')` → `/de/help`. */
  url(path: string, lang?: Lang): string
  /** `onPart` hears parts of the answer as they come, of operations that give any. */
  run<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: z.input<I>,
    onPart?: (part: unknown) => void,
  ): Promise<z.output<O>>
}

/** What the shell around a page needs to know of it. */
export interface PageView {
  title: string
  /** For search engines and previews. */
  description?: string
  view: VNode
  breadcrumbs?: { label: string; href?: string }[]
  /** 200 unless said otherwise. */
  status?: number
  /** Addresses of the same page in other languages (paths after the language); default: the same path. */
  alternates?: Partial<Record<Lang, string>>
  /** The canonical path after the language, when it differs. */
  canonical?: string
  /** Not for search engines. */
  noIndex?: boolean
  /** JSON-LD for search engines, as objects. */
  structuredData?: object[]
  /** Feeds of this page. */
  feeds?: { title: string; href: string }[]
  /** Question to carry over to "reach a person". */
  question?: string
  /** What was done here and is carried over with it, as `/contact?from=…` has it: `journey:LINK`. */
  from?: string
  /** It has the search field itself: none in the frame. */
  ownSearch?: boolean
  /** Wide, without the portal's measure: desks, editors. */
  wide?: boolean
  image?: string
}

/** The answer to a request for a page. */
export type PageAnswer =
  | PageView
  | { redirect: string; permanent?: boolean; flash?: Flash; cookies?: Cookie[] }
  | {
      raw: string | Uint8Array | NodeJS.ReadableStream
      type: string
      headers?: Record<string, string>
      status?: number
      cookies?: Cookie[]
    }

/** A message shown once on the next page. */
export interface Flash {
  kind: 'good' | 'info' | 'warn'
  key: TextKey
  values?: TextValues
}

/** A cookie to be set; always `HttpOnly`, `SameSite=Lax`, `Secure` when the installation is on https. */
export interface Cookie {
  name: string
  value: string
  /** Seconds; 0 removes it. */
  maxAge: number
}

/** A page, or an address that answers with something else (feed, download). */
export interface Page {
  /** Path after portal and language, with `:name` parameters and a final `*`: `/articles/:slug`. */
  path: string
  /** Address without portal and language (`/sitemap.xml`). */
  bare?: boolean
  /** What the reader must be; otherwise they are led to sign in and back. */
  requires?: Requirement
  /** Open as well to who may not enter the portal: ways in, what the law wants to be seen, and what is behind a secret of its own. */
  open?: boolean
  /**
   * `plain`: without navigation. `alone`: also without other ways out, before there is a portal to go to. `work`: a work page that fills the
   * window and brings its own side navigation.
   */
  layout?: 'portal' | 'admin' | 'work' | 'plain' | 'alone'
  /** Whether anonymous readers may be served from the page cache. Only for pages that depend on nothing but address and language. */
  cache?: boolean
  /** Fields of the query that it knows, where they are more than those of `shared`. Addresses with others are not kept. */
  fields?: readonly string[]
  /**
   * That the view depends on nothing but path, language, portal, the reader's audiences and these fields of the query: it is then rendered
   * once for all of whom that is true, until something changes that everybody sees. Not for views that look at who the reader is.
   */
  shared?: readonly string[]
  /** That only those who are not signed in share it, because others find their own as well. */
  sharedAmong?: 'visitors'
  /**
   * That its forms take files. Without it, files are dropped unread: nobody fills the store through a page that has no use for them.
   * `types`: media types, when they are others than those for everybody (an import takes HTML and archives). `from`: whether this reader's
   * files are taken, where that is not said by `requires`.
   */
  uploads?: { types?: readonly string[]; from?: (call: PageCall) => Promise<boolean> }
  get(call: PageCall): Promise<PageAnswer> | PageAnswer
  /**
   * Actions of forms on this page: the button's `name="action"` chooses (default `default`). A refusal with issues shows the page again
   * (status 422) with `call.form`; other refusals show their message there.
   */
  post?: Record<string, (call: PageCall, fields: Fields) => Promise<PageAnswer>>
}

/** Declares a page; only gives types. */
export function definePage(page: Page): Page {
  return page
}

/** Leads on to another page after a form, with a message shown there. */
export function goTo(redirect: string, flash?: TextKey, values?: TextValues): PageAnswer {
  return flash ? { redirect, flash: { kind: 'good', key: flash, ...(values ? { values } : {}) } } : { redirect }
}
