import type { z } from 'zod'
import { may } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { checkDefinition } from '../../kernel/form/check-definition.ts'
import type { FormDefinition } from '../../kernel/form/definition.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { FormFile } from './form-file.ts'
import { findNewest, findPublished, insertForm, setPublished } from './store/forms.ts'

/** A form as a file for another installation. */
export function fileOf(ctx: Ctx, { key, definition }: { key: string; definition: FormDefinition }) {
  return {
    $schema: `${ctx.installation.url}/schemas/form.json`,
    kind: 'theke.form' as const,
    version: 1 as const,
    key,
    definition,
  }
}

/** The form that people fill in now as a file, for what is exported with it; undefined when none is published. */
export async function publishedFormFile(ctx: Ctx, key: string): Promise<z.output<typeof FormFile> | undefined> {
  const form = await findPublished(ctx.db, { key })
  return form && fileOf(ctx, form)
}

/** How a form came that something imported asks for. */
export const ARRIVALS = ['created', 'present', 'unpublished', 'missing'] as const
export type Arrival = (typeof ARRIVALS)[number]

/**
 * Sees to it, in a command, that there is a form of this key for something that is imported: one that is here already stays as it is, else
 * the one in the file is created and published. `unpublished`: it is here, but cannot be filled in yet; `missing`: it is not, because
 * there is no file or the actor may not keep forms.
 */
export async function bringForm(ctx: Ctx, key: string, file?: z.output<typeof FormFile>): Promise<Arrival> {
  const known = await findNewest(ctx.db, key)
  if (known) return known.published !== null && known.archivedAt === null ? 'present' : 'unpublished'
  if (file?.key !== key || !may(ctx.actor, 'forms.manage')) return 'missing'
  const { definition } = file
  const id = await insertForm(ctx.db, { key, definition, authorId: ctx.actor.personId, now: ctx.now() })
  if (!id) throw refuse.conflict('forms.changed_meanwhile', 'forms.change.meanwhile')
  const subject = { kind: 'form', id }
  ctx.emit({ type: 'form.created', subject })
  if (checkDefinition(definition).length > 0) return 'unpublished'
  await setPublished(ctx.db, id, 1, ctx.now())
  ctx.emit({ type: 'form.published', subject, payload: { version: 1 } })
  return 'created'
}
