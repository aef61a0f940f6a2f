import { z } from 'zod'
import { newId } from '../../../../kernel/ids.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { DocumentInput, fieldsOf } from '../input.ts'
import { insertDocument } from '../store.ts'

/** Puts an uploaded file before readers as a document; its text is got in a job. */
export const addDocument = defineOperation({
  name: 'knowledge.addDocument',
  summary: 'Add a manual or another document',
  kind: 'command',
  http: { method: 'POST', path: '/documents' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: DocumentInput.extend({
    fileId: Id.describe('An uploaded file that nothing else uses yet'),
    externalKey: z.string().min(1).max(200).optional().describe('Name of the document where it came from'),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, input) {
    const file = await ctx.files.find(input.fileId)
    if (!file || file.owner !== null) throw refuse.field('fileId', 'knowledge.documents.noFile')
    const id = newId()
    await ctx.files.claim([file.id], `document:${id}`)
    await insertDocument(ctx, id, file, fieldsOf(input), {
      externalKey: input.externalKey ?? null,
      ownerId: ctx.actor.personId,
    })
    await ctx.jobs.enqueue('knowledge.extractDocument', { id, fileId: file.id })
    ctx.emit({ type: 'document.added', subject: { kind: 'document', id } })
    return { id }
  },
})
