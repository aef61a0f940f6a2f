import { z } from 'zod'
import { Region, TimeZone } from './business-hours.ts'
import { defineSettings } from './settings.ts'

/** Where the organisation is: what times people mean, and which holidays it keeps. Counters may say otherwise for themselves. */
export const organisationPlace = defineSettings({
  name: 'organisation.place',
  schema: z.object({ timeZone: TimeZone, holidays: Region }),
  // That of the machine, until somebody says another.
  initial: { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, holidays: '' },
})
