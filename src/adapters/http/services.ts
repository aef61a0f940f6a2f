import type { Actor } from '../../kernel/actor.ts'
import type { Database, Installation, Log } from '../../kernel/ctx.ts'
import type { Files } from '../../kernel/files.ts'
import type { Identification } from '../../kernel/identification.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Runner } from '../../kernel/runner.ts'
import type { NavigationItem, Slice } from '../../kernel/slice.ts'
import type { Translate } from '../../kernel/text.ts'

/** Something that the reader should know before anything else. */
export interface ShownBanner {
  tone: 'bad' | 'warn' | 'info'
  title: string
  text: string
  path: string
  until: string | null
}

/** What the adapters over HTTP are given by the composition root. */
export interface HttpServices {
  runner: Runner
  /** For identifying callers and for health; operations get theirs from the runner. */
  db: Database
  identification: Identification
  texts(lang: Lang): Translate
  slices: readonly Slice[]
  navigation: readonly NavigationItem[]
  /** Files of uploads, seen as this actor. */
  filesFor(personId: string | null): Files
  installation: Installation
  timeZone(): Promise<string>
  /** Counts a call against a limit; gives the seconds to wait when it is used up, else 0. */
  countCall(operation: string, who: string, limit: { limit: number; seconds: number }): Promise<number>
  now(): Date
  /** When people are there (again), as a sentence for the reader; for the strip "reach a person". */
  whenBack?(reader: { actor: Actor; lang: Lang }): Promise<string | null>
  /** How much the reader has not read; the page at hand is read by that. */
  unread?(reader: { actor: Actor; lang: Lang; path: string }): Promise<number>
  /** What affects the reader just now, for the top of the page. */
  banners?(reader: { actor: Actor; lang: Lang }): Promise<ShownBanner[]>
  log: Log
}
