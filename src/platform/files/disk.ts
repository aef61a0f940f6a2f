import { statfs } from 'node:fs/promises'
import { Refusal } from '../../kernel/refusal.ts'

/** The refusal when there is no room for a file. */
export function noRoom(): Refusal {
  return new Refusal('unavailable', { reason: 'files.no_room', key: 'files.noRoom', retryAfter: 600 })
}

/** Refuses when less than `reserve` bytes are free: the database often lives on the same disk and must not run dry because of uploads. */
export async function refuseWhenFull(folder: string, reserve: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < reserve) throw noRoom()
}

/** Whether an error says that the disk (or the quota) is used up. */
export function isFull(error: unknown): boolean {
  const { code, message = '' } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT' || /no space left|ENOSPC|write error|wwrite/i.test(message)
}
