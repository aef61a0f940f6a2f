import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { issuesOf } from '../../../kernel/issues.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { FormFile } from '../form-file.ts'
import { saveVersion } from '../save-version.ts'
import { findNewest, insertForm } from '../store/forms.ts'

/** A form out of a file: a new one, or the next version of the one that has its key. Publishing it is another step. */
export const importForm = defineOperation({
  name: 'forms.import',
  summary: 'Import a form from a file: a new form, or the next version of the form with this key; published separately',
  kind: 'command',
  http: { method: 'POST', path: '/form-files' },
  channels: ['web', 'api'],
  requires: 'forms.manage',
  input: z.object({
    file: FormFile.optional(),
    upload: Id.optional().describe('Id of an uploaded file, instead of its content'),
  }),
  output: z.object({ key: z.string(), isNew: z.boolean() }),
  async handle(ctx, { file, upload }) {
    const { key, definition } = file ?? (await readUpload(ctx, upload))
    const known = await findNewest(ctx.db, key, { lock: true })
    if (known) {
      await saveVersion(ctx, known, known.newest, definition)
      return { key, isNew: false }
    }
    const id = await insertForm(ctx.db, { key, definition, authorId: ctx.actor.personId, now: ctx.now() })
    if (!id) throw refuse.conflict('forms.changed_meanwhile', 'forms.change.meanwhile')
    ctx.emit({ type: 'form.created', subject: { kind: 'form', id } })
    return { key, isNew: true }
  },
})

/** Places in a file that are named when it is not right. */
const MOST_PLACES = 3

/** Bytes that a form file may have. */
const LARGEST = 2_000_000

async function readUpload(ctx: Ctx, id: string | undefined): Promise<z.output<typeof FormFile>> {
  const file = id ? await ctx.files.find(id) : undefined
  // Only what the actor has just sent; files of other things are read where they belong.
  if (!file || file.owner !== null || file.size > LARGEST) throw refuse.field('upload', 'forms.file.unreadable')
  const content = await text(await ctx.files.open(file.id))
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    throw refuse.field('upload', 'forms.file.unreadable')
  }
  const parsed = FormFile.safeParse(json)
  if (parsed.success) return parsed.data
  if ((json as { kind?: unknown } | null)?.kind !== 'theke.form') throw refuse.field('upload', 'forms.file.unreadable')
  const places = new Set(issuesOf(parsed.error).map(({ path }) => path.join('.')))
  throw refuse.field('upload', 'forms.file.wrong', { places: [...places].slice(0, MOST_PLACES).join(', ') })
}
