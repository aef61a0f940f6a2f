import type { Ctx } from '../../kernel/ctx.ts'
import type { Answers } from '../../kernel/form/answers.ts'
import { type CheckedAnswers, checkAnswers } from '../../kernel/form/check-answers.ts'
import type { FormDefinition } from '../../kernel/form/definition.ts'
import { inLang } from '../../kernel/form/local-text.ts'
import { prefilled } from '../../kernel/form/prefill.ts'
import { refuse } from '../../kernel/refusal.ts'
import { checkReferences, contextOf, filesIn, profileOf } from './filling.ts'
import { filesOfDraft, linkOfDraft, type Purpose, readDraftAddress } from './rules.ts'
import { type Draft, deleteDraft, findDraft, insertDraft } from './store/drafts.ts'
import { findPublished, findVersion, listPublished } from './store/forms.ts'

/** A version of a form. */
export interface FormAtVersion {
  id: string
  key: string
  version: number
  definition: FormDefinition
}

/** Answers under way, with the form that they are for. */
export interface DraftView {
  /** For addresses: `/fill/{address}`. */
  address: string
  form: FormAtVersion
  purpose: Purpose
  /** As typed so far. */
  answers: Answers
  /** Cleaned, of visible fields; complete when `issues` is empty. */
  checked: CheckedAnswers
}

/** A version of a form by id, also one that is no longer published: what something was started with. */
export async function readFormVersion(ctx: Ctx, id: string, version: number): Promise<FormAtVersion | undefined> {
  return findVersion(ctx.db, id, version)
}

/** The version of a form that people fill in now, by key or id; undefined when there is none. */
export async function latestForm(ctx: Ctx, keyOrId: string): Promise<FormAtVersion | undefined> {
  const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(keyOrId)
  return findPublished(ctx.db, isId ? { id: keyOrId } : { key: keyOrId })
}

/** Published forms with their titles in the reader's language, for choosing one; at most 500. */
export async function formChoices(ctx: Ctx): Promise<{ id: string; key: string; version: number; title: string }[]> {
  const rows = await listPublished(ctx.db)
  return rows.map(({ id, key, version, title }) => ({
    id,
    key,
    version,
    title: inLang(title as object, ctx.lang) || key,
  }))
}

/**
 * Begins answers for the actor, with what their profile says and with `answers` besides. Gives the address of the draft: lead the reader to
 * `/fill/{address}`; from there they come to `purpose.path` with `?draft={address}` behind it when everything is answered. Refuses with
 * `not_found` when the form is not published.
 */
export async function createDraft(
  ctx: Ctx,
  { formId, purpose, answers = {} }: { formId: string; purpose: Purpose; answers?: Answers },
): Promise<string> {
  const form = await findPublished(ctx.db, { id: formId })
  if (!form) throw refuse.notFound()
  const ownerId = ctx.actor.personId
  const id = await insertDraft(ctx.db, {
    formId,
    formVersion: form.version,
    ownerId,
    purpose,
    answers: { ...prefilled(form.definition, await profileOf(ctx)), ...answers },
    now: ctx.now(),
  })
  return ownerId === null ? linkOfDraft(ctx.installation.secret, id) : id
}

/** Answers under way, for their owner or whoever has their link; undefined for anybody else. */
export async function readDraft(ctx: Ctx, address: string): Promise<DraftView | undefined> {
  const draft = await findDraftFor(ctx, address)
  const form = draft && (await findVersion(ctx.db, draft.formId, draft.formVersion))
  if (!draft || !form) return undefined
  const checked = checkAnswers(form.definition, draft.answers, { ...(await contextOf(ctx)), lang: ctx.lang })
  return { address, form, purpose: draft.purpose, answers: draft.answers, checked }
}

/**
 * Takes finished answers out of a draft, in a command: checks them once more, gives their files to `owner` (e.g. `request:{id}`) and removes
 * the draft. Refuses with one issue per field when something is missing, with `not_found` when there is no such draft.
 */
export async function finishDraft(ctx: Ctx, address: string, owner: string): Promise<TakenAnswers> {
  const draft = await findDraftFor(ctx, address, { lock: true })
  if (!draft) throw refuse.notFound()
  const { formId, formVersion: version, answers } = draft
  const taken = await takeAnswers(ctx, { formId, version, answers, owner, draft: draft.id })
  await deleteDraft(ctx.db, draft.id)
  return taken
}

/** Answers as they are kept with what they are for. */
export interface TakenAnswers {
  formId: string
  version: number
  definition: FormDefinition
  answers: Answers
  /** Ids of the files, which belong to the owner now. */
  files: string[]
}

/**
 * Takes answers in that came at once, in a command: checks them, gives their files to `owner`. Refuses with one issue per field, with paths
 * that begin with `answers`. `draft`: the id of the draft whose files they may be.
 */
export async function takeAnswers(
  ctx: Ctx,
  wanted: { formId: string; version: number; answers: unknown; owner: string; draft?: string },
): Promise<TakenAnswers> {
  const form = await findVersion(ctx.db, wanted.formId, wanted.version)
  if (!form) throw refuse.notFound()
  const checked = checkAnswers(form.definition, wanted.answers, { ...(await contextOf(ctx)), lang: ctx.lang })
  const issues =
    checked.issues.length > 0 ? checked.issues : await checkReferences(ctx, form.definition, checked.answers)
  if (issues.length > 0) throw refuse.invalid(issues)
  const files = filesIn(form.definition, checked.answers)
  await ctx.files.claim(files, wanted.owner, wanted.draft === undefined ? undefined : filesOfDraft(wanted.draft))
  return { formId: form.id, version: form.version, definition: form.definition, answers: checked.answers, files }
}

/** A draft by its address, as the actor may have it. */
export async function findDraftFor(ctx: Ctx, address: string, { lock = false } = {}): Promise<Draft | undefined> {
  const place = readDraftAddress(ctx.installation.secret, address)
  if (!place) return undefined
  return findDraft(ctx.db, place.id, { personId: ctx.actor.personId, linked: place.linked, lock })
}
