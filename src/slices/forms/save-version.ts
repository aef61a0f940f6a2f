import type { Ctx } from '../../kernel/ctx.ts'
import type { FormDefinition } from '../../kernel/form/definition.ts'
import { refuse } from '../../kernel/refusal.ts'
import { type FormVersion, insertVersion } from './store/forms.ts'

/** Characters of JSON that a form may have. */
const LONGEST = 400_000

/** Saves a form as its next version. Refuses when somebody else has saved since `base`. Gives the number of the version. */
export async function saveVersion(
  ctx: Ctx,
  form: FormVersion,
  base: number,
  definition: FormDefinition,
): Promise<number> {
  if (base !== form.newest) throw refuse.conflict('forms.changed_meanwhile', 'forms.change.meanwhile')
  const keys = definition.pages.flatMap((page) => page.fields).length
  if (keys > 400 || JSON.stringify(definition).length > LONGEST)
    throw refuse.conflict('forms.too_large', 'forms.change.tooLarge')
  const version = form.newest + 1
  await insertVersion(ctx.db, form.id, { version, definition, authorId: ctx.actor.personId, now: ctx.now() })
  ctx.emit({ type: 'form.saved', subject: { kind: 'form', id: form.id }, payload: { version } })
  return version
}
