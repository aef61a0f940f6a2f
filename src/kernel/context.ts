import type { Ctx } from './ctx.ts'

/** Whom a request is about, as far as is known. */
export interface ContextSubject {
  requestId: string
  /** Who wrote it; null: somebody without an account. */
  personId: string | null
  organisationId: string | null
  /** The service of the catalogue that it is about. */
  serviceKey: string | null
}

/** What a slice knows of somebody, shown beside their request at the desk. */
export interface ContextPanel {
  /** Unique in the slice. */
  key: string
  /** In the reader's language. */
  title: string
  /** Smaller comes first. */
  order: number
  facts?: readonly { term: string; value: string }[]
  /** `path`: after the language. */
  links?: readonly { label: string; hint?: string; path: string; tone?: 'good' | 'warn' | 'bad' }[]
}

/** Asked for every request that is opened at the desk: a few quick look-ups, no more. Null: nothing to say. */
export type ContextSource = (ctx: Ctx, subject: ContextSubject) => Promise<ContextPanel | null>
