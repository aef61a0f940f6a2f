import type { PageCall } from '../../../../ui/page.ts'

/** The address of a page with these parameters; empty ones are left out. */
export function addressOf(call: PageCall, path: string, query: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  const text = search.toString()
  return call.url(path) + (text ? `?${text}` : '')
}
