import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { IsHoliday } from '../../kernel/business-hours.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { LANGS } from '../../kernel/lang.ts'
import { defineSettings } from '../../kernel/settings.ts'

/** Public holidays of a region over some years: day → language → name. */
const Calendar = z.object({
  from: z.int(),
  to: z.int(),
  days: z.record(z.string(), z.record(z.string(), z.string())),
})
type Calendar = z.infer<typeof Calendar>

/**
 * Calendars by region, worked out ahead: the library of the world's holidays takes 40 MB and half a second, which no page should wait
 * for and no process should keep.
 */
const holidayCalendars = defineSettings({
  name: 'requests.holidayCalendars',
  schema: z.record(z.string(), Calendar),
  initial: {},
})

/** So many years are worked out ahead; a job does it again long before they are over. */
const YEARS_AHEAD = 3

/** Gives the name of the public holiday on a day (`2026-12-25`) in a language, or null. */
export type HolidayName = (day: string, lang: string) => string | null

/** Holidays of a region, for the years around now. */
export async function holidaysOf(ctx: Ctx, region: string): Promise<HolidayName> {
  if (region === '') return () => null
  const year = ctx.now().getUTCFullYear()
  const kept = (await ctx.settings.get(holidayCalendars))[region]
  const calendar = kept && kept.from <= year && year < kept.to ? kept : await workOutOnce(region, year)
  return (day, lang) => {
    const names = calendar?.days[day]
    return names ? (names[lang] ?? names['en'] ?? Object.values(names)[0] ?? '') : null
  }
}

/** The same, asked only whether it is one. */
export async function isHolidayIn(ctx: Ctx, region: string): Promise<IsHoliday> {
  const nameOf = await holidaysOf(ctx, region)
  return (day) => nameOf(day, 'en') !== null
}

/** Works out and keeps the calendars of these regions. Gives the regions that no calendar knows. */
export async function keepCalendars(ctx: Ctx, regions: readonly string[]): Promise<string[]> {
  const calendars = { ...(await ctx.settings.get(holidayCalendars)) }
  const unknown: string[] = []
  for (const region of new Set(regions.filter(Boolean))) {
    const calendar = await workOut(region, ctx.now().getUTCFullYear())
    if (calendar) calendars[region] = calendar
    else unknown.push(region)
  }
  if (unknown.length === 0) await ctx.settings.set(holidayCalendars, calendars)
  return unknown
}

const once = new Map<string, Promise<Calendar | null>>()

/** For regions of which nothing is kept, e.g. after an import of settings. */
function workOutOnce(region: string, year: number): Promise<Calendar | null> {
  const key = `${region} ${year}`
  const known = once.get(key) ?? workOut(region, year)
  once.set(key, known)
  return known
}

/** What the thread does: it is a text so that it needs no file of its own in the built program. */
const WORK = `
const { parentPort, workerData: { library, region, from, to, langs } } = require('node:worker_threads')
const Holidays = require(library).default ?? require(library)
const [country, state, part] = region.split('-')
const world = new Holidays()
const states = world.getStates(country) ?? {}
const parts = state ? (world.getRegions(country, state) ?? {}) : {}
const isKnown = country in world.getCountries() && (!state || state in states) && (!part || part in parts)
const days = {}
if (isKnown) {
  const calendar = new Holidays(country, state, part)
  for (const lang of langs)
    for (let year = from; year <= to; year++)
      for (const one of calendar.getHolidays(year, lang)) {
        if (one.type !== 'public') continue
        const length = Math.max(1, Math.round((one.end - one.start) / 86400000))
        for (let n = 0; n < length; n++) {
          const day = new Date(Date.parse(one.date.slice(0, 10)) + n * 86400000).toISOString().slice(0, 10)
          days[day] = { ...days[day], [lang]: one.name }
        }
      }
}
parentPort.postMessage(isKnown ? { from, to, days } : null)
`

/** Works out a calendar in a thread that ends afterwards, and takes the library's memory with it. Null: nobody knows this region. */
function workOut(region: string, year: number): Promise<Calendar | null> {
  const library = createRequire(import.meta.url).resolve('date-holidays')
  const workerData = { library, region, from: year - 1, to: year + YEARS_AHEAD, langs: LANGS }
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORK, { eval: true, workerData })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
