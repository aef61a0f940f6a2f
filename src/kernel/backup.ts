import { z } from 'zod'
import { Instant } from './schema.ts'
import { defineSettings } from './settings.ts'

/** When the last backup was written from this installation; null: never. */
export const lastBackup = defineSettings({
  name: 'platform.lastBackup',
  schema: z.object({ at: Instant.nullable() }),
  initial: { at: null },
})
