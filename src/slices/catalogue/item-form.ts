import type { Ctx } from '../../kernel/ctx.ts'
import { refuse } from '../../kernel/refusal.ts'
import {
  type AnswerRow,
  answerRows,
  createDraft,
  type FormAtVersion,
  finishDraft,
  latestForm,
  readFormVersion,
  takeAnswers,
} from '../forms/index.ts'
import type { Definition } from './content.ts'
import { textsIn } from './content.ts'

/** The answers of a form as an item keeps them; none: the service asks for nothing. */
export interface ItemAnswers {
  formId: string | null
  formVersion: number | null
  answers: Record<string, unknown>
}

const NONE: ItemAnswers = { formId: null, formVersion: null, answers: {} }

/** Who the files of an item belong to, in the cart and after ordering: an item keeps its id. */
export const filesOfItem = (id: string) => `order-item:${id}`

/** The form that a service asks for; undefined when it has none, or when it is no longer published. */
export async function formOf(ctx: Ctx, { formKey }: Pick<Definition, 'formKey'>): Promise<FormAtVersion | undefined> {
  return formKey === null ? undefined : latestForm(ctx, formKey)
}

/** Whether an item was filled in with the form that its service asks for now. */
export async function isFormCurrent(
  ctx: Ctx,
  { definition }: { definition: Definition },
  { formId, formVersion }: Pick<ItemAnswers, 'formId' | 'formVersion'>,
): Promise<boolean> {
  const form = await formOf(ctx, definition)
  return (form?.id ?? null) === formId && (form?.version ?? null) === formVersion
}

/** Begins the form of a service, with earlier answers where there are some. Gives the address of the draft. */
export async function beginForm(
  ctx: Ctx,
  definition: Definition,
  path: string,
  answers: Record<string, unknown> = {},
): Promise<string> {
  const form = await formOf(ctx, definition)
  if (!form) throw refuse.notFound()
  const title = textsIn(definition, ctx.lang).name
  return createDraft(ctx, { formId: form.id, purpose: { kind: 'service', title, path }, answers: answers as never })
}

/** Takes the answers for an item in: from a draft or at once. Refuses with one issue per field; none are asked for: none are kept. */
export async function takeItemAnswers(
  ctx: Ctx,
  definition: Definition,
  given: { id: string; draft?: string | undefined; answers?: Record<string, unknown> | undefined },
): Promise<ItemAnswers> {
  const form = await formOf(ctx, definition)
  if (!form) return NONE
  const taken = given.draft
    ? await finishDraft(ctx, given.draft, filesOfItem(given.id))
    : await takeAnswers(ctx, {
        formId: form.id,
        version: form.version,
        answers: given.answers ?? {},
        owner: filesOfItem(given.id),
      })
  // Somebody may have filled in another form, or the service may ask for another one since.
  if (taken.formId !== form.id) throw refuse.conflict('catalogue.other_form', 'catalogue.refusal.otherForm')
  return { formId: taken.formId, formVersion: taken.version, answers: taken.answers }
}

/** The answers of an item as people read them. */
export async function rowsOf(ctx: Ctx, { formId, formVersion, answers }: ItemAnswers): Promise<AnswerRow[]> {
  const form = formId && formVersion ? await readFormVersion(ctx, formId, formVersion) : undefined
  return form ? answerRows(ctx, form.definition, answers as never) : []
}
