import { z } from 'zod'
import { LANGS, type Lang } from '../../kernel/lang.ts'
import { cleanLine, cleanText, Id, LangSchema } from '../../kernel/schema.ts'
import { ApprovalChain, FulfilmentPlan } from '../requests/index.ts'

/** Optional text of one line or several. */
const line = (max: number) => z.string().transform(cleanLine).pipe(z.string().max(max)).default('')
const text = (max: number) => z.string().transform(cleanText).pipe(z.string().max(max)).default('')

/** Text in some of the interface's languages. */
export const Texts = z.partialRecord(LangSchema, z.string())
export type Texts = z.infer<typeof Texts>

/** What is said of a service in one language. */
export const ServiceTexts = z.object({
  name: line(120),
  summary: line(300),
  description: text(20_000).describe('Markdown'),
  included: z.array(line(200)).max(20).default([]).describe('What is included, point by point'),
  prerequisites: text(2000).describe('What must be there before, Markdown'),
  access: text(1000).describe('How somebody who may not order it gets access'),
  keywords: z.array(line(60)).max(30).default([]).describe('Other words that people use for it'),
})
export type ServiceTexts = z.infer<typeof ServiceTexts>

/** Every how many months a recurring price is due. */
export const EVERY = ['month', 'year'] as const

/** What a service costs, tax included: integer cents. Neither once nor recurring: free of charge. */
export const Price = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'catalogue.refusal.currency' })
    .default('EUR'),
  once: z.int().min(0).max(100_000_000).nullable().default(null),
  recurring: z.int().min(0).max(100_000_000).nullable().default(null),
  every: z.enum(EVERY).default('month'),
  taxPercent: z.number().min(0).max(50).default(19).describe('Tax that the price includes, in per cent'),
})
export type Price = z.infer<typeof Price>

/** A service as administrators define it: one version. */
export const Definition = z.object({
  texts: z.partialRecord(LangSchema, ServiceTexts),
  icon: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('package'),
  pictureId: Id.nullable().default(null),
  categoryId: Id.nullable().default(null),
  portals: z.array(z.string().max(60)).max(50).default([]).describe('Keys of portals; empty: all'),
  audienceId: Id.nullable().default(null).describe('Who may order it; null: everybody'),
  refusalShown: z
    .boolean()
    .default(false)
    .describe('Whether others see it too, with the reason why they cannot order it'),
  ownerId: Id.nullable().default(null),
  price: Price.prefault({}),
  promiseDays: z.int().min(0).max(365).nullable().default(null).describe('Working days until it is there'),
  mostAtOnce: z.int().min(1).max(999).default(1),
  isHeld: z.boolean().default(false).describe('Once delivered it is one of the orderer’s own services'),
  noticeDays: z.int().min(0).max(730).default(0).describe('Days between cancelling and its end'),
  formKey: z.string().max(100).nullable().default(null),
  approval: ApprovalChain.prefault({}).describe('Who has to approve an order; no stages: nobody'),
  fulfilment: FulfilmentPlan.prefault({}).describe('What is done for it; no stages: the desk deals with it'),
  related: z
    .array(z.string().regex(/^article:[0-9a-f-]{36}$/))
    .max(12)
    .default([])
    .describe('Articles about it'),
})
export type Definition = z.infer<typeof Definition>

/** Text in the reader's language, or else the first other one that there is. */
export function textIn(texts: unknown, lang: Lang): string {
  const byLang = (texts ?? {}) as Partial<Record<string, string>>
  return byLang[lang] || LANGS.map((other) => byLang[other]).find(Boolean) || ''
}

/** What is said of a service in the reader's language, or else the first that has a name; `lang` says which. */
export function textsIn(definition: Pick<Definition, 'texts'>, lang: Lang): ServiceTexts & { lang: Lang } {
  const found = [lang, ...LANGS].find((one) => definition.texts[one]?.name)
  return { ...ServiceTexts.parse({}), ...(found ? definition.texts[found] : {}), lang: found ?? lang }
}

/** The names of a service by language. */
export function namesOf(definition: Pick<Definition, 'texts'>): Texts {
  return Object.fromEntries(
    LANGS.flatMap((lang) => {
      const name = definition.texts[lang]?.name
      return name ? [[lang, name]] : []
    }),
  )
}
