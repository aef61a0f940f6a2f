import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { TARGET_KINDS } from '../../kernel/flow-parts.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Instant, LangSchema } from '../../kernel/schema.ts'
import { signedId } from '../../kernel/signed-id.ts'
import { type Definition, type Step, stepsById } from './definition.ts'
import { lookUp, stepOf } from './journey.ts'
import { type Answer, addDays, NONE, questionsLeft } from './rules.ts'
import { JOURNEY, type Journey } from './store/journeys.ts'
import { fillIn, fillInMarkdown, spokenOf, textAndLang, titleOfStep } from './texts.ts'
import { todayOf } from './today.ts'

/** A flow in a list. */
export const FlowItem = z.object({
  key: z.string(),
  title: z.string(),
  lead: z.string(),
  lang: LangSchema.describe('The language of title and lead'),
  topic: z.string(),
  icon: z.string(),
  updatedAt: Instant,
})

const Choice = z.object({ value: z.string(), label: z.string(), hint: z.string() })

/** A step as it is asked, on any channel. */
export const StepView = z.object({
  id: z.string(),
  kind: z.enum(['say', 'choice', 'number', 'date', 'text', 'lookup', 'end']),
  title: z.string(),
  body: z.string().describe('Markdown'),
  spoken: z.string().describe('All of it as plain text, to be read aloud'),
  lang: LangSchema.describe('The language of its texts'),
  picture: z.object({ url: z.string(), alt: z.string() }).nullable(),
  choices: z.array(Choice).describe('Answers to choose from; send the `value`'),
  input: z
    .object({
      min: z.string().nullable(),
      max: z.string().nullable(),
      unit: z.string(),
      long: z.boolean(),
      optional: z.boolean(),
    })
    .describe('Limits of numbers and days, size of texts'),
  signInHelps: z.boolean().describe('Whoever signs in can choose from their own data here'),
  end: z
    .object({
      type: z.enum(['answer', 'person', ...TARGET_KINDS]),
      target: z
        .object({
          title: z.string(),
          path: z.string(),
          signIn: z.boolean().describe('One signs in on the way; what was filled in waits'),
        })
        .nullable()
        .describe('Where it leads; null: nowhere for this reader'),
      isBegun: z.boolean().describe('`flows.openEnd` begins it with its fields filled in'),
      values: z.array(z.object({ field: z.string(), text: z.string() })),
    })
    .nullable(),
})
export type StepView = z.output<typeof StepView>

/** Somebody on their way. */
export const JourneyView = z.object({
  link: z.string().describe('Secret; opens the journey again, on any device'),
  flow: z.object({ key: z.string(), title: z.string(), lang: LangSchema }),
  version: z.number().int(),
  step: StepView,
  trail: z.array(z.object({ step: z.string(), question: z.string(), answer: z.string() })),
  questionsLeft: z.number().int().describe('At most so many questions from here, this one included'),
  ended: z.boolean(),
  helped: z.boolean().nullable(),
  changedAt: Instant,
})
export type JourneyView = z.output<typeof JourneyView>

export async function journeyView(ctx: Ctx, journey: Journey): Promise<z.input<typeof JourneyView>> {
  const { definition, trail } = journey
  const title = textAndLang(definition.title, ctx.lang)
  return {
    link: signedId(ctx.installation.secret, JOURNEY, journey.id),
    flow: { key: journey.key, title: title.text, lang: title.lang },
    version: journey.version,
    step: await stepView(ctx, definition, stepOf(definition, journey.at_step), trail),
    trail: trailView(ctx, definition, trail),
    questionsLeft: questionsLeft(definition, journey.at_step),
    ended: journey.ended,
    helped: journey.helped,
    changedAt: journey.changed_at,
  }
}

/** What was asked and answered, in the reader's words. */
export function trailView(ctx: Ctx, definition: Definition, trail: readonly Answer[]) {
  const answers = wordsOf(ctx, definition, trail)
  return trail
    .filter(({ step }) => stepsById(definition).get(step)?.kind !== 'say')
    .map(({ step }) => ({
      step,
      question: fillIn(titleOfStep(definition, step, ctx.lang), answers),
      answer: answers.get(step) ?? '',
    }))
}

/** Answers by step as people say them: labels of choices, days written out. */
export function wordsOf(ctx: Ctx, definition: Definition, trail: readonly Answer[]): Map<string, string> {
  const steps = stepsById(definition)
  return new Map(trail.map((answer) => [answer.step, wordOf(ctx, steps.get(answer.step), answer)]))
}

function wordOf({ lang, t }: Ctx, step: Step | undefined, { value, label }: Answer): string {
  if (step?.kind === 'choice') {
    const option = step.options.find(({ id }) => id === value)
    return (option && textAndLang(option.label, lang).text) || value
  }
  if (step?.kind === 'lookup') return value === NONE ? t('flows.answer.none') : (label ?? value)
  if (step?.kind === 'date' && value) return dayInWords(value, lang)
  if (step?.kind === 'number') {
    const number = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang).format(Number(value))
    return [number, textAndLang(step.unit, lang).text].filter(Boolean).join(' ')
  }
  return value || t('flows.answer.nothing')
}

function dayInWords(day: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'full', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** A step that asks, or an end. Checks are never seen. */
export async function stepView(
  ctx: Ctx,
  definition: Definition,
  step: Step,
  trail: readonly Answer[],
): Promise<z.input<typeof StepView>> {
  if (step.kind === 'check') throw new Error(`${step.id} decides by itself`)
  const answers = wordsOf(ctx, definition, trail)
  const title = textAndLang(step.title, ctx.lang)
  const choices = await choicesOf(ctx, step)
  return {
    id: step.id,
    kind: step.kind,
    title: fillIn(title.text, answers),
    body: fillInMarkdown(textAndLang(step.body, ctx.lang).text, answers),
    spoken: spokenOf(
      step,
      ctx.lang,
      answers,
      choices.map(({ label }) => label),
    ),
    lang: title.lang,
    picture: step.picture
      ? { url: `/files/${step.picture.file}/bild?w=800`, alt: textAndLang(step.picture.alt, ctx.lang).text }
      : null,
    choices,
    input: await inputOf(ctx, step),
    signInHelps: step.kind === 'lookup' && ctx.actor.personId === null,
    end: step.kind === 'end' ? await endOf(ctx, step, answers) : null,
  }
}

async function choicesOf(ctx: Ctx, step: Step): Promise<z.output<typeof Choice>[]> {
  if (step.kind === 'choice')
    return step.options.map(({ id, label, hint }) => ({
      value: id,
      label: textAndLang(label, ctx.lang).text,
      hint: textAndLang(hint, ctx.lang).text,
    }))
  if (step.kind !== 'lookup') return []
  const found = await lookUp(ctx, step.lookup)
  const none = { value: NONE, label: ctx.t(found.length > 0 ? 'flows.answer.none' : 'flows.answer.goOn'), hint: '' }
  return [...found.map((one) => ({ hint: '', ...one })), none]
}

async function inputOf(ctx: Ctx, step: Step): Promise<StepView['input']> {
  const plain = { min: null, max: null, unit: '', long: false, optional: false }
  if (step.kind === 'number')
    return { ...plain, min: textOf(step.min), max: textOf(step.max), unit: textAndLang(step.unit, ctx.lang).text }
  if (step.kind === 'text') return { ...plain, long: step.long, optional: step.optional }
  if (step.kind !== 'date') return plain
  const today = await todayOf(ctx)
  const day = (days: number | null) => (days === null ? null : addDays(today, days))
  return { ...plain, min: day(step.from), max: day(step.until) }
}

const textOf = (number: number | null) => (number === null ? null : String(number))

async function endOf(ctx: Ctx, { outcome }: Step & { kind: 'end' }, answers: ReadonlyMap<string, string>) {
  if (outcome.type === 'answer') return { type: outcome.type, target: null, isBegun: false, values: [] }
  const contact = { title: ctx.t('flows.end.person'), path: '/contact', signIn: false }
  if (outcome.type === 'person') return { type: outcome.type, target: contact, isBegun: false, values: [] }
  const source = ctx.flowTargets.find(({ kind }) => kind === outcome.type)
  const found = (await source?.find(ctx, outcome.key)) ?? null
  const values = outcome.values.map(({ field, text }) => ({ field, text: fillIn(text, answers) }))
  return {
    type: outcome.type,
    target: found && { signIn: false, ...found },
    isBegun: Boolean(found && source?.begin),
    values,
  }
}
