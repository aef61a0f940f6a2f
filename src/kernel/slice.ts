import type { Actor } from './actor.ts'
import type { Answerable } from './answerable.ts'
import type { ArticleOriginSource } from './article-origin.ts'
import type { Command } from './command.ts'
import type { ContextSource } from './context.ts'
import type { Attention, Banner, Ctx, FacetNames } from './ctx.ts'
import type { Effect } from './effect.ts'
import type { MeaningSource } from './embeddings.ts'
import type { Event, Reaction } from './events.ts'
import type { ExperienceSource } from './experience.ts'
import type { StoredFile } from './files.ts'
import type { FlowLookup, FlowTarget } from './flow-parts.ts'
import type { HandOverSource } from './hand-over.ts'
import type { LiveSource } from './live.ts'
import type { NotificationSource } from './notifications.ts'
import type { Operation } from './operation.ts'
import type { Findable, SynonymSet } from './search.ts'
import type { TextKey } from './text.ts'

/** A permission that administrators may put into roles. */
export interface PermissionDeclaration {
  name: `${string}.${string}`
  title: TextKey
}

/** Work done later or on a schedule. At least once: written so that doing it twice does no harm. */
export interface Job {
  /** `slice.job`. */
  name: string
  /** Cron expression in UTC, for work on a schedule. */
  schedule?: string
  /** Seconds it may take before it counts as failed (default 300). */
  timeout?: number
  handle(ctx: Ctx, job: Record<string, unknown>): Promise<void>
}

/** Work that takes several transactions: an import, say. May be cut off anywhere and is then begun again. */
export interface LongJob extends Omit<Job, 'handle'> {
  /** @param inCtx runs a step in a transaction of its own */
  steps(inCtx: <T>(step: (ctx: Ctx) => Promise<T>) => Promise<T>, job: Record<string, unknown>): Promise<void>
}

/** An entry of a navigation. Shown to those who pass `visible`. */
export interface NavigationItem {
  /** Portal navigation or the administration's side navigation. */
  place: 'portal' | 'account' | 'admin'
  title: TextKey
  /** Path after the language, e.g. `/help`. */
  path: string
  icon: string
  /** Smaller comes first. */
  order: number
  /** Heading under which the administration groups it. */
  group?: TextKey
  visible(actor: Actor): boolean
}

/** What a slice gives to the search index. */
export interface FindableSource {
  /** Event types after which `of` is asked again. */
  on: readonly string[]
  /** Everything, in batches, for building the index. */
  all(ctx: Ctx): AsyncIterable<Findable[]>
  /** What now stands for the things an event touched: whole groups; an empty list takes the group out of the index. */
  of(ctx: Ctx, event: Event): Promise<FoundGroup[]>
  /** The same for many events at once, each about another thing: for sources whose things change often. */
  ofMany?(ctx: Ctx, events: readonly Event[]): Promise<FoundGroup[]>
}

/** What stands for one thing in the search index. */
export interface FoundGroup {
  group: string
  findables: Findable[]
}

/** Words that mean the same, as a slice keeps them. */
export interface SynonymSource {
  on: readonly string[]
  all(ctx: Ctx): Promise<SynonymSet[]>
}

/** Something that a field of a form can be answered with. */
export interface Choosable {
  value: string
  label: string
  /** What tells it from others of the same name: a place, a number. */
  hint?: string
}

/** What people choose from in forms: other people, assets, or accounts and contracts of their own. */
export interface FormChoices {
  kind: 'person' | 'asset' | 'account'
  /** What the actor may choose, by name; at most `limit`. `search`: any part of the name. */
  list(ctx: Ctx, wanted: { search: string; limit: number }): Promise<Choosable[]>
  /** Of these values, those that the actor may choose. Asked again when a form is taken in. */
  find(ctx: Ctx, values: readonly string[]): Promise<Choosable[]>
  /** Names of values that somebody else chose, for who may read the answers. Values that are gone are left out. */
  names(ctx: Ctx, values: readonly string[]): Promise<Choosable[]>
}

/** What a slice keeps about persons, for export, erasure and the record of processing (GDPR, articles 15, 17, 30). */
export interface PersonalData {
  /** Tables with personal data and why they are kept. Empty list: the slice keeps none. */
  tables: { table: string; purpose: string; retention: string }[]
  export(ctx: Ctx, personId: string): Promise<Record<string, unknown>>
  erase(ctx: Ctx, personId: string): Promise<void>
}

/** A page address for the site map of a portal. */
export interface SiteMapEntry {
  /** Path after the language. */
  path: string
  lang: string
  updatedAt: Date
  /** Addresses of the same thing in other languages. */
  alternates?: { lang: string; path: string }[]
}

/** Something that is still missing before going live. */
export interface Readiness {
  title: TextKey
  hint: TextKey
  path: string
  done(ctx: Ctx): Promise<boolean>
}

/** An account to try the demonstration with. */
export interface DemoAccount {
  /** What one can do with it, e.g. `Editor`. */
  role: string
  email: string
  password: string
}

/** A slice, as its `index.ts` offers it to the composition root. */
export interface Slice {
  name: string
  // biome-ignore lint/suspicious/noExplicitAny: operations of any input and output stand in one list
  operations: readonly Operation<any, any>[]
  permissions?: readonly PermissionDeclaration[]
  reactions?: readonly Reaction<Ctx>[]
  jobs?: readonly (Job | LongJob)[]
  navigation?: readonly NavigationItem[]
  /** Event types after which pages that everybody sees may look different: the page cache is dropped then. */
  changesPages?: readonly string[]
  findables?: readonly FindableSource[]
  /** Words that mean the same, for the search index of every process; read again after the events named. */
  synonyms?: SynonymSource
  /** Vectors of what can be found, for the search index of every process. */
  meanings?: MeaningSource
  /** What became of readers, for the ranking of every process; read again after the events named. */
  experience?: ExperienceSource
  /** What of the actor's own is waiting, the most pressing first, a few at most; asked for signed-in readers of the home page. */
  attention?: (ctx: Ctx) => Promise<Attention[]>
  /** What it knows of somebody, shown beside their request at the desk. */
  context?: readonly ContextSource[]
  /** What pages that are open just now hear of. */
  live?: readonly LiveSource[]
  /** Questions about one's own things that are answered with a figure. */
  answerables?: readonly Answerable[]
  /** What everybody whom it affects should know now, the worst first, a few at most; asked for every page, kept for a minute at most. */
  banners?: (ctx: Ctx) => Promise<Banner[]>
  /** Sentences of the privacy notice that follow from settings: for how long something is kept. */
  privacyNotes?: (ctx: Ctx) => Promise<string[]>
  /** What a major incident may disturb, for choosing it by key at the desk; a few hundred at most. */
  disturbable?: (ctx: Ctx) => Promise<Choosable[]>
  /** What it can do by itself when a request is fulfilled. */
  effects?: readonly Effect[]
  /** Names of the values of facets that the slice's findables carry, in the reader's language. */
  facetNames?: Record<string, FacetNames>
  /** Look-ups of own data that steps of guided help may use. */
  flowLookups?: readonly FlowLookup[]
  /** What of this slice guided help may lead to. */
  flowTargets?: readonly FlowTarget[]
  /** What somebody did here before they turned to a person; by the kind that stands in `/contact?from=kind:key`. */
  handOvers?: Record<string, HandOverSource>
  /** What of this slice articles may be written about; by the kind that stands in `/admin/articles/new?from=kind:key`. */
  articleOrigins?: Record<string, ArticleOriginSource>
  formChoices?: readonly FormChoices[]
  /** What people are told of, in the portal and by mail. */
  notifications?: readonly NotificationSource[]
  personalData: PersonalData
  /** Who may read files owned by this slice's things; asked by owner prefix, e.g. `article`. */
  fileAccess?: Record<string, (ctx: Ctx, file: StoredFile) => Promise<boolean>>
  siteMap?: (ctx: Ctx) => AsyncIterable<SiteMapEntry[]>
  readiness?: readonly Readiness[]
  /** Loads demonstration content; called once, in order of the slices, each in its own transaction. */
  demo?: (ctx: Ctx, folder: string) => Promise<void>
  /** Accounts of the demonstration content, told to whoever starts it. */
  demoAccounts?: (folder: string) => Promise<DemoAccount[]>
  /** Commands of the command line. */
  commands?: readonly Command[]
}
