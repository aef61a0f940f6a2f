import type { Choosable } from '../slice.ts'

/** What a form shows besides its definition and answers. */
export interface FormLists {
  /** By key of the field: what may be chosen. `more`: there are others, found by `search`. */
  choices: Readonly<Record<string, { choices: Choosable[]; more: boolean; search: string }>>
  /** By id: files that were added. */
  files: Readonly<Record<string, { name: string; size: number }>>
}
