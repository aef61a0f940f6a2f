import { z } from 'zod'
import { type Clarification, MOST_CLARIFICATIONS, type Narrowing } from '../../kernel/clarification.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { TextKey, Translate } from '../../kernel/text.ts'
import { addressOf, isReadable } from './found.ts'

/** Facets that the engine asks about besides those of the findables: something it is about, and the thing itself. */
const TITLE = 'title'
const MOST_NONE_OF = 10

const OneNarrowing = z
  .string()
  .max(1500)
  .regex(/^[\w-]{1,40}!?=./)

/**
 * Answers to clarifying questions, each as text that fits an address: `product=strom`, or `product!=strom|gas` for "none of these".
 * In a part, what separates parts is percent-encoded, and no more: the address encodes the whole once again. One or several, in the order in which they were given.
 */
export const Narrowings = z
  .union([OneNarrowing, z.array(OneNarrowing).max(MOST_CLARIFICATIONS)])
  .optional()
  .transform((given) => (given === undefined ? [] : [given].flat().map(parseNarrowing)))

/** A narrowing as text for an address. */
export function narrowingText({ facet, value, noneOf }: Narrowing): string {
  return value === undefined ? `${facet}!=${noneOf.map(encode).join('|')}` : `${facet}=${encode(value)}`
}

function parseNarrowing(text: string): Narrowing {
  const at = text.indexOf('=')
  const isNone = text[at - 1] === '!'
  const facet = text.slice(0, isNone ? at - 1 : at)
  const values = text.slice(at + 1)
  return isNone
    ? { facet, noneOf: values.split('|').slice(0, MOST_NONE_OF).map(decode) }
    : { facet, value: decode(values) }
}

function encode(part: string): string {
  return part.replace(/[%|\p{Cc}]/gu, encodeURIComponent)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export const ClarificationView = z.object({
  facet: z
    .string()
    .describe('What is asked about: a facet, `word` for a word that it is about, or `title` for the thing itself'),
  options: z.array(
    z.object({
      value: z.string(),
      label: z.string().describe('What the value is called in the reader’s language'),
      count: z.number().int().describe('So many of the things in question have it'),
      narrowed: z.string().describe('Add this to `narrowed` to give this answer'),
      url: z.string().nullable().describe('Where the thing itself is, when that is what is asked'),
    }),
  ),
  noneOf: z.string().describe('Add this to `narrowed` to answer that it is none of these'),
})
export type ClarificationView = z.output<typeof ClarificationView>

/** The question to ask back, with names in the reader's language; options without a name are left out. */
export async function clarificationView(
  ctx: Ctx,
  { facet, options }: Clarification,
): Promise<z.input<typeof ClarificationView> | null> {
  const names = await ctx.facetNames[facet]?.(
    ctx,
    options.map(({ value }) => value),
  )
  const named = options.map(({ value, label, count }) => {
    const doc = facet === TITLE ? ctx.search.get(value) : undefined
    return {
      value,
      label: names?.get(value) ?? label,
      count,
      narrowed: narrowingText({ facet, value }),
      url: doc ? addressOf(doc) : null,
    }
  })
  if (named.length < 2) return null
  return { facet, options: named, noneOf: narrowingText({ facet, noneOf: options.map(({ value }) => value) }) }
}

export const NarrowingView = z.object({
  facet: z.string(),
  isNone: z.boolean().describe('It was none of these'),
  labels: z.array(z.string()),
  narrowed: z.string().describe('Leave this out of `narrowed` to take the answer back'),
})
export type NarrowingView = z.output<typeof NarrowingView>

/** The answers given so far, with names in the reader's language. Names of what the asker may not read stay unsaid. */
export async function narrowingViews(ctx: Ctx, narrowed: readonly Narrowing[]): Promise<NarrowingView[]> {
  return Promise.all(
    narrowed.map(async (one) => {
      const values = one.value === undefined ? one.noneOf : [one.value]
      const names = await ctx.facetNames[one.facet]?.(ctx, values)
      return {
        facet: one.facet,
        isNone: one.value === undefined,
        labels: values.map((value) => names?.get(value) ?? titleOf(ctx, one.facet, value)),
        narrowed: narrowingText(one),
      }
    }),
  )
}

function titleOf(ctx: Ctx, facet: string, value: string): string {
  if (facet !== TITLE) return value
  const doc = ctx.search.get(value)
  return doc && isReadable(ctx, doc) ? doc.title : '–'
}

/** How a facet is asked about; of an unknown one in general words. */
export function clarifyingQuestion(t: Translate, facet: string): string {
  const key = `answers.clarify.question.${facet}`
  const text = t(key as TextKey)
  return text === key ? t('answers.clarify.question.other') : text
}
