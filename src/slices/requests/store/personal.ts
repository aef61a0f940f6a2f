import type { Database } from '../../../kernel/ctx.ts'

/** Everything that is kept of somebody's requests, for handing it out. */
export async function listForExport(db: Database, personId: string) {
  const requests = await db
    .selectFrom('requests')
    .select(['id', 'number', 'state', 'subject', 'contact_name', 'contact_email', 'handed_over', 'created_at'])
    .where('requester_id', '=', personId)
    .orderBy('id')
    .execute()
  const entries = await db
    .selectFrom('request_entries')
    .innerJoin('requests', 'requests.id', 'request_entries.request_id')
    .select([
      'request_entries.request_id',
      'request_entries.kind',
      'request_entries.side',
      'request_entries.body',
      'request_entries.at',
    ])
    .where('requests.requester_id', '=', personId)
    .where('request_entries.kind', 'in', ['message', 'state'])
    .orderBy('request_entries.id')
    .execute()
  return { requests, entries }
}

/**
 * Takes the person and their words out of their requests; what was dealt with, when and how it ended stays for the figures. Gives the
 * requests with their files, which are to go too.
 */
export async function eraseRequester(db: Database, personId: string): Promise<{ id: string; files: string[] }[]> {
  const requests = await db
    .updateTable('requests')
    .set({ subject: '—', requester_id: null, contact_name: null, contact_email: null, handed_over: '{}' })
    .where('requester_id', '=', personId)
    .returning('id')
    .execute()
  const ids = requests.map((request) => request.id)
  const entries = ids.length === 0 ? [] : await listFilesOf(db, ids)
  if (ids.length > 0)
    await db
      .updateTable('request_entries')
      .set({ body: '—', file_ids: [] })
      .where('request_id', 'in', ids)
      .where('body', 'is not', null)
      .execute()
  await db
    .updateTable('request_entries')
    .set({ author_id: null, author_name: null })
    .where('author_id', '=', personId)
    .execute()
  return ids.map((id) => ({
    id,
    files: entries.filter((entry) => entry.request_id === id).flatMap((entry) => entry.file_ids),
  }))
}

function listFilesOf(db: Database, requestIds: string[]) {
  return db
    .selectFrom('request_entries')
    .select(['request_id', 'file_ids'])
    .where('request_id', 'in', requestIds)
    .execute()
}
