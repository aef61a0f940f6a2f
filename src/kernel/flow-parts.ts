import type { Ctx } from './ctx.ts'
import type { Operation } from './operation.ts'
import type { TextKey } from './text.ts'

/** Something of somebody's own that a step of guided help offers: a contract, a device, a request. */
export interface LookupChoice {
  value: string
  label: string
  hint?: string
}

/** A look-up of somebody's own data that steps of guided help may use. */
export interface FlowLookup {
  /** `slice.things`, e.g. `requests.open`. Stands in definitions: never renamed. */
  name: string
  title: TextKey
  /** The query that finds them. Whoever may not run it is offered nothing. */
  // biome-ignore lint/suspicious/noExplicitAny: look-ups of any input and output stand in one list
  operation: Operation<any, any>
  input: Record<string, unknown>
  /** What of the query's answer there is to choose from, at most 20. */
  // biome-ignore lint/suspicious/noExplicitAny: the answer is that of `operation`
  pick(answer: any): LookupChoice[]
}

/** Kinds of ends that lead to something of another slice. */
export const TARGET_KINDS = ['article', 'service', 'request', 'booking'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** What the fields of an end are filled in with. */
export interface FilledIn {
  /** By field, as people read it: labels of choices, days written out. */
  texts: Readonly<Record<string, string>>
  /** By field, as it is kept: ids of choices, days as `2026-12-01`, numbers bare. */
  kept: Readonly<Record<string, string>>
  /** What a person gets along who takes over: `kind:key` of a hand-over. */
  from: string
}

/** Where guided help may end: one slice's articles, services, forms or bookings. */
export interface FlowTarget {
  kind: TargetKind
  /** What an editor may choose from, at most 500. */
  choices(ctx: Ctx): Promise<{ key: string; title: string }[]>
  /**
   * Where it leads this reader; null when it does not exist for them. `path` stands after the language. `signIn`: they sign in on the way,
   * and what was filled in waits for them.
   */
  find(ctx: Ctx, key: string): Promise<{ title: string; path: string; signIn?: boolean } | null>
  /**
   * Begins it with fields filled in, as a draft kept on the server, and gives the path that opens it. Called inside a command. Without it,
   * the reader is led to the path of `find`.
   */
  begin?(ctx: Ctx, key: string, filled: FilledIn): Promise<string>
}
