import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { Region, TimeZone } from '../../../kernel/business-hours.ts'
import { LANGS } from '../../../kernel/lang.ts'
import { Id, LangSchema, Line } from '../../../kernel/schema.ts'

/** Without letters and digits that look alike when read from a screen or heard over the telephone: 31 signs, 12 of them are 59 bits. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 12

/** The code that a seed stands for in this installation: `K7QM-2XVB-9RTD`. */
export function codeOf(secret: string, seed: string): string {
  const bytes = createHmac('sha512', secret).update(`set-up ${seed}`).digest()
  // Bytes beyond the last whole round would favour the first signs.
  const even = [...bytes].filter((byte) => byte < 256 - (256 % SIGNS.length)).slice(0, LENGTH)
  const signs = even.map((byte) => SIGNS[byte % SIGNS.length]).join('')
  return signs.replace(/(.{4})(?=.)/g, '$1-')
}

/** A code as somebody types it, with or without hyphens, in small letters or large ones, as it was printed. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** Who sets up the portal. */
export const Organisation = z.object({ name: Line(100), timeZone: TimeZone, holidays: Region })

/** In which languages, and for whom besides the public. */
export const Languages = z
  .object({
    langs: z.array(LangSchema).min(1, { error: 'identity.setUp.langs.none' }),
    first: LangSchema,
    employees: z.boolean(),
  })
  .refine(({ langs, first }) => langs.length === 0 || langs.includes(first), {
    error: 'identity.setUp.first.other',
    path: ['first'],
  })

/** How it looks. The colour is what was wished for; what is used is made readable from it. */
export const Brand = z.object({
  names: z.partialRecord(z.enum(LANGS), Line(80)),
  accent: z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'identity.setUp.accent.form' }),
  logo: Id.nullable().default(null),
})

/** What has been answered so far, step by step. */
export const Answers = z.object({
  organisation: Organisation.optional(),
  languages: Languages.optional(),
  brand: Brand.optional(),
})
export type Answers = z.infer<typeof Answers>

/** Everything, before the first administrator. */
export const AllAnswers = Answers.required()
export type AllAnswers = z.infer<typeof AllAnswers>

/** The secret in the browser of whoever knew the code. */
export const SetUpSecret = z.string().regex(/^[\w-]{43}$/)

/** How long what was answered is kept. Seconds. */
export const DRAFT_LIFETIME = 86_400
/** At most so many people have begun at the same time. */
export const MOST_DRAFTS = 20
