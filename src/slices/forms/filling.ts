import type { Ctx } from '../../kernel/ctx.ts'
import type { Answers, FormContext } from '../../kernel/form/answers.ts'
import { type Field, type FieldOf, type FormDefinition, type FormPage, fieldsOf } from '../../kernel/form/definition.ts'
import type { FormLists } from '../../kernel/form/lists.ts'
import type { Profile } from '../../kernel/form/prefill.ts'
import { FILE_KINDS } from '../../kernel/form/value-rules.ts'
import { organisationPlace } from '../../kernel/organisation.ts'
import type { Issue } from '../../kernel/refusal.ts'
import type { FormChoices } from '../../kernel/slice.ts'
import { organisationNames } from '../identity/index.ts'

/** How many people or things a list offers before one has to search. */
const MOST_CHOICES = 100
const MEGABYTE = 1_000_000
/** Files of one field that are looked at: as many as a form takes at once, twice what a field may ask for. */
const MOST_FILES = 20

/** What conditions and dates are worked out with, for the actor. */
export async function contextOf(ctx: Ctx): Promise<FormContext> {
  return { facts: ctx.actor.facts, today: await dayOfNow(ctx) }
}

/** Facts as an answer of an operation gives them. */
export function factsView({ facts }: FormContext) {
  const { signedIn, ...lists } = facts
  const copied = Object.entries(lists).map(([fact, values]) => [fact, [...values]] as const)
  return { signedIn, ...(Object.fromEntries(copied) as Record<keyof typeof lists, string[]>) }
}

/** What the actor's fields begin with. */
export async function profileOf(ctx: Ctx): Promise<Profile> {
  const { name, email, personId, facts } = ctx.actor
  if (personId === null) return {}
  const organisation = facts.organisation[0]
  const names = organisation ? await organisationNames(ctx, [organisation]) : new Map<string, string>()
  const known = {
    name,
    email,
    organisation: organisation && (names.get(organisation) ?? organisation),
    place: facts.place[0],
    product: facts.product[0],
    language: ctx.lang,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value))
}

type PickedField = FieldOf<'person'> | FieldOf<'asset'> | FieldOf<'account'>

/** What the fields of pages can be answered with by the actor, and the names of files. `searches`: by key of the field. */
export async function listsFor(
  ctx: Ctx,
  pages: readonly FormPage[],
  answers: Answers,
  searches: Readonly<Record<string, string>> = {},
): Promise<FormLists> {
  const fields = pages.flatMap((page) => page.fields)
  const picked = fields.filter(isPicked)
  const lists = await Promise.all(
    picked.map((field) => choicesFor(ctx, field, answers[field.key], searches[field.key] ?? '')),
  )
  const ids = fields.flatMap((field) => (field.type === 'file' ? idsIn(answers[field.key]) : []))
  const files = await Promise.all(ids.map((id) => ctx.files.find(id)))
  return {
    choices: Object.fromEntries(picked.map((field, n) => [field.key, lists[n] as FormLists['choices'][string]])),
    files: Object.fromEntries(files.flatMap((file) => (file ? [[file.id, { name: file.name, size: file.size }]] : []))),
  }
}

async function choicesFor(
  ctx: Ctx,
  field: PickedField,
  answer: unknown,
  search: string,
): Promise<FormLists['choices'][string]> {
  const sources = sourcesOf(ctx, field)
  const found = (await Promise.all(sources.map((one) => one.list(ctx, { search, limit: MOST_CHOICES + 1 })))).flat()
  const chosen = typeof answer === 'string' && !found.some((one) => one.value === answer) ? [answer] : []
  const kept = chosen.length > 0 ? (await Promise.all(sources.map((one) => one.find(ctx, chosen)))).flat() : []
  return { choices: [...kept, ...found.slice(0, MOST_CHOICES)], more: found.length > MOST_CHOICES, search }
}

/** What is wrong with answers that only the database can tell: files that are missing or do not fit, people that may not be chosen. */
export async function checkReferences(ctx: Ctx, definition: FormDefinition, answers: Answers): Promise<Issue[]> {
  const issues: Issue[] = []
  for (const field of fieldsOf(definition)) {
    const answer = answers[field.key]
    if (answer === undefined) continue
    const path = ['answers', field.key]
    if (field.type === 'file') issues.push(...(await fileIssues(ctx, field, idsIn(answer), path)))
    else if (isPicked(field) && typeof answer === 'string') {
      const sources = sourcesOf(ctx, field)
      const found = (await Promise.all(sources.map((one) => one.find(ctx, [answer])))).flat()
      // Where nobody knows the assets, they are typed.
      if (found.length === 0 && (field.type === 'person' || sources.length > 0))
        issues.push({ path, key: 'refusal.choice' })
    }
  }
  return issues
}

async function fileIssues(ctx: Ctx, field: FieldOf<'file'>, ids: readonly string[], path: string[]): Promise<Issue[]> {
  const types: readonly string[] = field.kinds.flatMap((kind) => [...FILE_KINDS[kind]])
  const files = await Promise.all(ids.map((id) => ctx.files.find(id)))
  return files.flatMap((file): Issue[] => {
    if (!file) return [{ path, key: 'form.fileMissing' }]
    if (types.length > 0 && !types.includes(file.type))
      return [{ path, key: 'form.fileKind', values: { name: file.name } }]
    return file.size > field.maxSize * MEGABYTE
      ? [{ path, key: 'form.fileSize', values: { name: file.name, maximum: field.maxSize } }]
      : []
  })
}

/** Ids of all files in answers. */
export function filesIn(definition: FormDefinition, answers: Answers): string[] {
  return fieldsOf(definition).flatMap((field) => (field.type === 'file' ? idsIn(answers[field.key]) : []))
}

export function sourcesOf(ctx: Ctx, field: PickedField): FormChoices[] {
  return ctx.formChoices.filter((source) => source.kind === field.type)
}

export function isPicked(field: Field): field is PickedField {
  return field.type === 'person' || field.type === 'asset' || field.type === 'account'
}

/** Each once, and no more than any field takes: every one of them is looked up. */
function idsIn(answer: unknown): string[] {
  const ids = Array.isArray(answer) ? answer.filter((one): one is string => typeof one === 'string') : []
  return [...new Set(ids)].slice(0, MOST_FILES)
}

/** Today where the organisation is: late in the evening it is already tomorrow elsewhere. */
async function dayOfNow(ctx: Ctx): Promise<string> {
  const { timeZone } = await ctx.settings.get(organisationPlace)
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ctx.now())
}
