import type { Ctx } from './ctx.ts'
import type { Lang } from './lang.ts'

/** Something that has happened and is worth an article: a case that was solved, for one. */
export interface ArticleOrigin {
  /** Names it for good. */
  key: string
  /** What it is called, for those who may see it: `R-24058-Y · Meter reader did not come`. */
  label: string
  /** After the language. */
  path: string
}

/** What an article may begin with, without anything about persons as far as a program can tell. */
export interface ArticleProposal {
  origin: ArticleOrigin
  kind: 'known-error' | 'how-to'
  lang: Lang
  title: string
  /** What somebody wanted to know, or what was wrong. */
  question: string
  /** What helped. */
  solution: string
  /** What was read before, and did not do. `path`: after the language. */
  read: { path: string; title: string }[]
}

/** Where articles may come from, as the slice that owns it offers it; by the kind in `/admin/articles/new?from=kind:key`. */
export interface ArticleOriginSource {
  /** Names it; null when there is nothing, or not for this actor. */
  find(ctx: Ctx, key: string): Promise<ArticleOrigin | null>
  /** What an article about it may begin with; null as above. */
  propose(ctx: Ctx, key: string): Promise<ArticleProposal | null>
  /** An article about it was begun. Called inside the command that begins it. */
  note(ctx: Ctx, key: string, article: { id: string; title: string }): Promise<void>
}
