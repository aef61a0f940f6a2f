/**
 * The addresses that articles may lead to. Inside Theke they name things rather than places, so that they survive renaming:
 * `article:ID#part`, `document:ID#page=7`, `category:KEY`, `attachment:ID`, `picture:ID`, `/contact`, `#part`.
 */
export type Address =
  | { kind: 'article' | 'document' | 'category' | 'attachment' | 'picture'; id: string; fragment: string }
  | { kind: 'page' | 'part' | 'elsewhere' | 'person'; url: string }

const THING =
  /^(article|document|category|attachment|picture):([\p{L}\p{N}][\p{L}\p{N}._/-]{0,199})(#[^\s"<>]{0,200})?$/u
const ELSEWHERE = /^https?:\/\/[^\s/]+/i
const PERSON = /^(mailto|tel):[^\s]+$/i

/** What an address leads to, or null when articles may not lead there (`javascript:` and everything else unknown). */
export function readAddress(written: string): Address | null {
  const address = written.trim()
  const thing = THING.exec(safelyDecoded(address))
  if (thing) return { kind: thing[1] as 'article', id: thing[2] as string, fragment: thing[3] ?? '' }
  if (ELSEWHERE.test(address)) return { kind: 'elsewhere', url: address }
  if (PERSON.test(address)) return { kind: 'person', url: address }
  if (address.startsWith('#')) return { kind: 'part', url: address }
  // "//host" would leave Theke, and so would a backslash, which browsers read as a slash.
  if (/^\/(?![/\\])/.test(address)) return { kind: 'page', url: address }
  return null
}

function safelyDecoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Whether text is an id. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
