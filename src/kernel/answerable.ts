import type { z } from 'zod'
import type { Ctx } from './ctx.ts'
import type { Lang } from './lang.ts'
import type { Operation } from './operation.ts'

/** Where a slot's value stands in the question as typed: [start, end). */
export interface SlotValue {
  value: string
  start: number
  end: number
}

/** Finds a value that a question names, such as a reference or the name of something of the actor's own; null when it names none. */
export type Slot = (ctx: Ctx, question: string) => SlotValue | null | Promise<SlotValue | null>

/** An answer from the actor's own data: a figure, its date, and where it stands. Texts are in the reader's language. */
export interface OwnAnswer {
  /** The figure itself, as one would say it: `142,00 €`, `Wartet auf Sie`. */
  figure: string
  /** The answer as one sentence. */
  text: string
  /** The moment for which the figure is true. */
  asOf: Date
  /** Path after the language of the page where it stands. */
  path: string
  /** What that page is called, as a link. */
  link: string
  /** What the figure consists of, a few at most. */
  items?: { title: string; note: string; path: string }[]
}

interface AnswerableParts<I extends z.ZodType, O extends z.ZodType, S extends string> {
  /** `slice.what`. */
  name: `${string}.${string}`
  /** What gives the answer: a query that checks who is asking like any other. */
  operation: Operation<I, O>
  /** How people ask for it, each in several wordings; `{slot}` stands for a value of that slot. */
  examples: Readonly<Record<Lang, readonly string[]>>
  slots?: Readonly<Record<S, Slot>>
  /** Input of the operation; without it the values of the slots by their names. */
  input?: (slots: Readonly<Partial<Record<S, string>>>) => z.input<I>
  /** How the answer reads; null: there is nothing to say, the question is then an ordinary one. */
  answer: (
    ctx: Ctx,
    output: z.output<O>,
    slots: Readonly<Partial<Record<S, string>>>,
  ) => OwnAnswer | null | Promise<OwnAnswer | null>
}

/** A question about one's own things that Theke answers with a figure instead of a text about it. */
export interface Answerable {
  readonly name: `${string}.${string}`
  readonly operation: Operation
  readonly examples: Readonly<Record<Lang, readonly string[]>>
  readonly slots: Readonly<Record<string, Slot>>
  readonly input: (slots: Readonly<Record<string, string>>) => unknown
  readonly answer: (
    ctx: Ctx,
    output: unknown,
    slots: Readonly<Record<string, string>>,
  ) => OwnAnswer | null | Promise<OwnAnswer | null>
}

/** Declares something that people can ask about their own things. */
export function defineAnswerable<I extends z.ZodType, O extends z.ZodType, S extends string = never>(
  parts: AnswerableParts<I, O, S>,
): Answerable {
  const { slots, input, answer, operation, ...rest } = parts
  return {
    ...rest,
    operation: operation as unknown as Operation,
    slots: slots ?? {},
    input: (values) => (input ? input(values as Partial<Record<S, string>>) : values),
    answer: answer as Answerable['answer'],
  }
}

/** Values found in a question, by answerable and slot. */
export type FoundSlots = ReadonlyMap<string, Readonly<Record<string, SlotValue>>>

/** A question read as one about the actor's own things. */
export interface AnswerableMatch {
  answerable: Answerable
  /** 0..1: how alike the question and its nearest example are. */
  likeness: number
  slots: Readonly<Record<string, string>>
}

/** What can be asked about one's own things, and which questions ask for it. */
export interface Answerables {
  readonly all: readonly Answerable[]
  /**
   * The answerable that a question asks for, or undefined: most questions are ordinary ones.
   * @param rivals titles of what the search found: a question that is more like one of them asks for that
   */
  match(question: string, lang: Lang, slots: FoundSlots, rivals: readonly string[]): AnswerableMatch | undefined
}
