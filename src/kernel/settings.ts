import type { z } from 'zod'

/** A group of settings that administrators edit, with schema and default. Declared by the slice that uses it. */
export interface SettingsGroup<S extends z.ZodType> {
  /** `slice.words`. */
  name: string
  schema: S
  /** What holds until somebody edits it. Must fit the schema. */
  initial: z.infer<S>
}

/** Reads and writes groups of settings. Reads are cached per process and follow changes within a second. */
export interface Settings {
  get<S extends z.ZodType>(group: SettingsGroup<S>): Promise<z.infer<S>>
  set<S extends z.ZodType>(group: SettingsGroup<S>, value: z.infer<S>): Promise<void>
}

/** Declares a group of settings. */
export function defineSettings<S extends z.ZodType>(group: SettingsGroup<S>): SettingsGroup<S> {
  return group
}
