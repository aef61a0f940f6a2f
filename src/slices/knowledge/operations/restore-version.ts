import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { findVersion } from '../store/translations.ts'
import { addVersion, lockEditable } from './save-version.ts'

/** Makes an earlier version the newest one, as a draft; nothing in between is lost. */
export const restoreVersion = defineOperation({
  name: 'knowledge.restoreVersion',
  summary: 'Make an earlier version the newest one, as a draft',
  kind: 'command',
  http: { method: 'POST', path: '/articles/{id}/translations/{lang}/versions/{number}/restoration' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, lang: LangSchema, number: z.coerce.number().int().min(1).max(1_000_000) }),
  output: z.object({ version: z.number().int() }),
  async load(ctx, { id, lang, number }) {
    const translation = await lockEditable(ctx, id, lang)
    const version = translation && (await findVersion(ctx, id, lang, number))
    return version && { translation, version }
  },
  async handle(ctx, { number }, { translation, version }) {
    const note = ctx.t('knowledge.version.restored', { number })
    return { version: await addVersion(ctx, translation, version.content, note) }
  },
})
