import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { FormDefinition } from '../../kernel/form/definition.ts'
import { personIdsByKey } from '../identity/index.ts'
import { insertDraft } from './store/drafts.ts'
import { insertForm, insertVersion, setPublished } from './store/forms.ts'
import { FormKey } from './views.ts'

const Forms = z.array(
  z.object({
    key: FormKey,
    definition: FormDefinition,
    addedLater: z.array(z.string()).default([]).describe('Fields that the first version did not have'),
  }),
)

/** How long before the second version the first was there, in days. */
const EARLIER = 40

/** Loads the forms of the demonstration, published, and one that somebody has begun to fill in. */
export async function demo(ctx: Ctx, folder: string): Promise<void> {
  const forms = Forms.parse(parse(await readFile(join(folder, 'forms.yaml'), 'utf8')))
  const people = await personIdsByKey(ctx, ['r.seidl', 'l.okafor'])
  const authorId = people.get('r.seidl') ?? null
  for (const { key, definition, addedLater } of forms) {
    const begun = addedLater.length > 0 ? new Date(ctx.now().getTime() - EARLIER * 86_400_000) : ctx.now()
    const id = await insertForm(ctx.db, { key, definition: without(definition, addedLater), authorId, now: begun })
    if (!id) continue
    await setPublished(ctx.db, id, 1, begun)
    if (addedLater.length > 0) {
      await insertVersion(ctx.db, id, { version: 2, definition, authorId, now: ctx.now() })
      await setPublished(ctx.db, id, 2, ctx.now())
    }
    const ownerId = people.get('l.okafor')
    if (key === 'new-laptop' && ownerId)
      await insertDraft(ctx.db, {
        formId: id,
        formVersion: 1,
        ownerId,
        purpose: { kind: 'service', title: 'Laptop for a new colleague', path: '/services' },
        answers: { forWhom: 'newColleague', startsOn: '2027-01-04' },
        now: ctx.now(),
      })
  }
}

function without(definition: FormDefinition, keys: readonly string[]): FormDefinition {
  const pages = definition.pages.map((page) => ({
    ...page,
    fields: page.fields.filter((field) => !keys.includes(field.key)),
  }))
  return { ...definition, pages }
}
