import { z } from 'zod'
import { FACTS } from '../../kernel/audience.ts'
import { FormDefinition } from '../../kernel/form/definition.ts'
import { Id, Instant } from '../../kernel/schema.ts'
import { Purpose } from './rules.ts'

/** Answers as JSON, by key of the field. How large they may be all together is checked where they come in. */
export const AnswersJson = z.record(z.string().max(40), z.unknown())

/** The address of a draft: its id, for its owner, or its secret link. */
export const DraftAddress = z.string().min(1).max(60)

export const IssueView = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const Choosable = z.object({ value: z.string(), label: z.string(), hint: z.string().optional() })

/** Answers under way as they are filled in: the form, where one is in it, and what fields can be answered with. */
export const DraftPage = z.object({
  address: z.string(),
  purpose: Purpose,
  formKey: z.string(),
  version: z.number().int(),
  definition: FormDefinition,
  answers: AnswersJson,
  page: z.string().describe('Id of the page asked for, or else of the first that is not complete'),
  pages: z.array(z.object({ id: z.string(), isComplete: z.boolean() })).describe('Pages that are shown'),
  isComplete: z.boolean(),
  isMine: z.boolean().describe('Kept with the account; otherwise the link is the only way back'),
  keptUntil: Instant,
  context: z.object({
    today: z.iso.date(),
    facts: z.object({
      signedIn: z.boolean(),
      ...(Object.fromEntries(FACTS.map((fact) => [fact, z.array(z.string())])) as Record<
        (typeof FACTS)[number],
        z.ZodArray<z.ZodString>
      >),
    }),
  }),
  lists: z.object({
    choices: z.record(z.string(), z.object({ choices: z.array(Choosable), more: z.boolean(), search: z.string() })),
    files: z.record(z.string(), z.object({ name: z.string(), size: z.number() })),
  }),
})

/** Answers under way in a list. */
export const DraftSummary = z.object({
  id: Id,
  title: z.string(),
  kind: z.string(),
  changedAt: Instant,
  keptUntil: Instant,
})

/** Short name of a form in addresses and files. */
export const FormKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: 'forms.key.form' })

/** A form in the list of those who keep them. */
export const FormSummary = z.object({
  key: z.string(),
  title: z.string(),
  fields: z.number().int(),
  newest: z.number().int(),
  published: z.number().int().nullable(),
  changedAt: Instant,
})

/** Something that keeps a form from being published, in words. */
export const ProblemView = z.object({ page: z.string(), field: z.string().nullable(), text: z.string() })

/** A form as the builder shows it. */
export const FormView = z.object({
  id: Id,
  key: z.string(),
  version: z.number().int(),
  newest: z.number().int(),
  published: z.number().int().nullable(),
  isArchived: z.boolean(),
  savedAt: Instant,
  savedBy: z.string().nullable(),
  definition: FormDefinition,
  problems: z.array(ProblemView),
})
