import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { FormDefinition } from '../../kernel/form/definition.ts'
import { personIdsByKey } from '../identity/index.ts'
import { insertDraft } from './store/drafts.ts'
import { insertForm, setPublished } from './store/forms.ts'
import { FormKey } from './views.ts'

const Forms = z.array(z.object({ key: FormKey, definition: FormDefinition }))

/** Loads the forms of the demonstration, published, and one that somebody has begun to fill in. */
export async function demo(ctx: Ctx, folder: string): Promise<void> {
  const forms = Forms.parse(parse(await readFile(join(folder, 'forms.yaml'), 'utf8')))
  const people = await personIdsByKey(ctx, ['r.seidl', 'l.okafor'])
  for (const { key, definition } of forms) {
    const id = await insertForm(ctx.db, { key, definition, authorId: people.get('r.seidl') ?? null, now: ctx.now() })
    if (!id) continue
    await setPublished(ctx.db, id, 1, ctx.now())
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
