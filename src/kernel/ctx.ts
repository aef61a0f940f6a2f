import type { Kysely } from 'kysely'
import type { Tables } from '../generated/tables.ts'
import type { Actor } from './actor.ts'
import type { Answerables } from './answerable.ts'
import type { ArticleOriginSource } from './article-origin.ts'
import type { Chat } from './chat.ts'
import type { ContextSource } from './context.ts'
import type { Effect } from './effect.ts'
import type { Embeddings } from './embeddings.ts'
import type { NewEvent } from './events.ts'
import type { Extraction } from './extraction.ts'
import type { Files } from './files.ts'
import type { FlowLookup, FlowTarget } from './flow-parts.ts'
import type { HandOverSource } from './hand-over.ts'
import type { Lang } from './lang.ts'
import type { Live } from './live.ts'
import type { NewMail } from './mail.ts'
import type { Outbound } from './outbound.ts'
import type { SearchIndex } from './search.ts'
import type { Settings } from './settings.ts'
import type { Choosable, FormChoices, PermissionDeclaration, PersonalData, Readiness } from './slice.ts'
import type { Translate } from './text.ts'

/** Every table of Theke, typed. Inside a command it is the command's transaction. */
export type Database = Kysely<Tables>

/** Work for later. Enqueued in the command's transaction: it exists when, and only when, the command was committed. */
export interface Jobs {
  /**
   * @param name `slice.job`, as declared by the slice
   * @param data JSON; ids rather than contents
   * @param options `startAfter`: not before; `key`: at most one waiting job with this key
   */
  enqueue(name: string, data: Record<string, unknown>, options?: { startAfter?: Date; key?: string }): Promise<void>
}

/** Structured log; never given secrets or what people wrote. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Facts of the installation that slices may know. */
export interface Installation {
  /** Public address without slash at the end, e.g. `https://hilfe.example.org`. */
  url: string
  demo: boolean
  /** Key for signatures and one-time links; 32 bytes, base64url. Never leaves the server. */
  secret: string
  uploadLimit: number
  /** Whether mails leave the house; otherwise they are only kept and read in the administration. */
  sendsMail: boolean
  /** Every permission that a slice declares: what roles can be made of. */
  permissions: readonly PermissionDeclaration[]
}

/** Names of a facet's values in the reader's language; values that have none are left out. */
export type FacetNames = (ctx: Ctx, values: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** Something of the actor's own that is waiting, with the step to take. Shown on the home page. */
export interface Attention {
  title: string
  /** What it is and how it stands: `R-24817-K · In Arbeit`. */
  label: string
  tone: 'accent' | 'warn'
  /** The promise, or the last change. */
  note: { kind: 'promised' | 'changed'; at: Date }
  /** What is to be done there, as a button says it: `Decide`. Without it: follow. */
  action?: string
  /** Path after the language. */
  path: string
}

/** Something that everybody whom it affects should know before anything else. Shown above every page of the portal. */
export interface Banner {
  tone: 'bad' | 'warn' | 'info'
  title: string
  text: string
  /** Path after the language: where there is more about it. */
  path: string
  /** Until when it will last, as far as is known. */
  until: Date | null
}

/** Everything that an operation, reaction or job may use. Nothing ambient: what is not here does not exist below the adapters. */
export interface Ctx {
  readonly actor: Actor
  /** The reader's language. */
  readonly lang: Lang
  readonly requestId: string
  /** The clock; the same moment through the whole call. */
  now(): Date
  readonly db: Database
  /** Notes what has happened; written with the command's transaction. Refused in queries. */
  emit(event: NewEvent): void
  /** Gives a part of the answer to channels that can show it before the whole is there; the whole contains it. */
  part(part: unknown): void
  readonly jobs: Jobs
  /** Sends mail after the commit (or keeps it, when no SMTP server is set up). */
  readonly mail: { send(mail: NewMail): Promise<void> }
  readonly files: Files
  /** Tells pages that are open just now. */
  readonly live: Live
  /** Gets the text out of uploaded documents. */
  readonly extraction: Extraction
  readonly search: SearchIndex
  /** Meaning as vectors; null when no model is configured. */
  readonly embeddings: Embeddings | null
  /** A language model, when one is set up. */
  readonly chat: Chat | null
  /** By facet: who can say what its values are called. */
  readonly facetNames: Readonly<Record<string, FacetNames>>
  /** Who can say what is important for the actor just now. */
  readonly attention: readonly ((ctx: Ctx) => Promise<Attention[]>)[]
  /** What people can ask about their own things. */
  readonly answerables: Answerables
  /** Look-ups of own data, and what guided help may lead to. */
  readonly flowLookups: readonly FlowLookup[]
  readonly flowTargets: readonly FlowTarget[]
  /** By kind: what somebody did before they turned to a person. */
  readonly handOvers: Readonly<Record<string, HandOverSource>>
  /** By kind: what articles may be written about. */
  readonly articleOrigins: Readonly<Record<string, ArticleOriginSource>>
  /** Who can say what affects the actor just now. */
  readonly banners: readonly ((ctx: Ctx) => Promise<Banner[]>)[]
  /** Who can say for how long something is kept. */
  readonly privacyNotes: readonly ((ctx: Ctx) => Promise<string[]>)[]
  /** What every slice keeps about persons, by its name; whose tables others build on comes first. */
  readonly personalData: ReadonlyMap<string, PersonalData>
  /** Who can say what a major incident may disturb. */
  readonly disturbable: readonly ((ctx: Ctx) => Promise<Choosable[]>)[]
  /** What every slice wants done before people are let in. */
  readonly readiness: readonly Readiness[]
  /** What fields of forms can be answered with, besides what is typed. */
  readonly formChoices: readonly FormChoices[]
  /** What Theke can do by itself when a request is fulfilled, of all slices. */
  readonly effects: readonly Effect[]
  /** Sends messages to systems elsewhere. */
  readonly outbound: Outbound
  /** Who knows something of somebody who wrote a request. */
  readonly context: readonly ContextSource[]
  readonly settings: Settings
  /**
   * Reads what is the same for everybody and changes seldom, and keeps it in the memory of the process: until something changes that everybody
   * sees (`Slice.changesPages`), for a minute at most. A command that has itself noted a change reads anew. Nothing found is not kept.
   * @param key of all slices, e.g. `request-type:order`
   */
  kept<T>(key: string, read: () => Promise<T>): Promise<T>
  readonly t: Translate
  /** Texts in another language than the reader's, e.g. for a mail to somebody else. */
  texts(lang: Lang): Translate
  readonly log: Log
  readonly installation: Installation
}
