import type { Request } from '../store/requests.ts'

/** A merging can be undone for so long. */
export const UNDOABLE_MS = 86_400_000

/** Whether two requests come from the same person: only then may the words of one be shown in the other. */
export function isSamePerson(a: Request, b: Request): boolean {
  if (a.requester_id !== null || b.requester_id !== null) return a.requester_id === b.requester_id
  return a.contact_email !== null && a.contact_email.toLowerCase() === b.contact_email?.toLowerCase()
}
