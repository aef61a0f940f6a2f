import type { PageCall } from '../../../ui/page.ts'

/** Address of a page with a query; empty values are left out. */
export function addressOf(call: PageCall, path: string, query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const search = new URLSearchParams(given).toString()
  return call.url(path) + (search ? `?${search}` : '')
}
