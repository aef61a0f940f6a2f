import { system } from '../../kernel/actor.ts'
import { lastBackup } from '../../kernel/backup.ts'
import type { Database } from '../../kernel/ctx.ts'
import type { NewEvent } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { connectDatabase } from '../database/connect.ts'
import { announce } from '../events/announce-events.ts'
import { writeEvents } from '../events/write-events.ts'
import { createSettings, SETTINGS_CHANGED } from '../settings/settings.ts'

/** Notes that a backup was written, for the administration; processes that are running hear of it. */
export async function noteBackup(url: string, at: Date): Promise<void> {
  const database = connectDatabase({ url, connections: 1 })
  try {
    await (database.db as Database).transaction().execute(async (transaction) => {
      const events: NewEvent[] = []
      const emit = (id: string) => events.push({ type: SETTINGS_CHANGED, subject: { kind: 'settings', id } })
      await createSettings().over(transaction, emit, null).set(lastBackup, { at: at.toISOString() })
      await writeEvents(transaction, events, { actor: system(), lang: 'en', requestId: newId() })
    })
    await announce(database.db as Database, { from: '', work: false })
  } finally {
    await database.close()
  }
}
