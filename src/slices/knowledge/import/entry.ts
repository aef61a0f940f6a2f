import { LANGS, type Lang } from '../../../kernel/lang.ts'

/** What stands in a source for one translation of an article, before anything has been checked. Names are those of front matter. */
export interface Entry {
  /** File, and line where that means something: `faq.csv, line 12`. */
  where: string
  /** Name of the article in its source; translations of one article share it. */
  id: string
  lang: string | null
  title: string
  /** Markdown. */
  body: string
  /** Everything else that the source said, by the names of front matter (`kind`, `category`, `tags`, …). */
  fields: Record<string, unknown>
}

/** Something in a source that is not taken over, with the reason. */
export interface Unreadable {
  where: string
  problem: 'not_utf8' | 'broken' | 'no_id' | 'no_title' | 'too_large'
  /** What the reader said, for people: never content. */
  detail?: string
}

export type Read = Entry | Unreadable

/** The kinds of sources. */
export const FORMATS = ['markdown', 'html', 'csv', 'jsonl'] as const
export type Format = (typeof FORMATS)[number]

/** One file of a source. */
export interface SourceFile {
  /** Path inside the source, with `/`. */
  path: string
  content(): Promise<Uint8Array>
}

/** The largest single text that is taken over, in bytes. */
export const LARGEST = 2_000_000

/** The text of a file; null when it is not UTF-8. A byte order mark is taken away. */
export function decode(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return null
  }
}

/** The format of a file by its ending, or null. */
export function formatOf(path: string): Format | null {
  if (/\.(md|markdown)$/i.test(path)) return 'markdown'
  if (/\.html?$/i.test(path)) return 'html'
  if (/\.csv$/i.test(path)) return 'csv'
  return /\.(jsonl|ndjson)$/i.test(path) ? 'jsonl' : null
}

/**
 * Id and language that a path tells: `guides/meter/de.md` and `guides/meter.de.md` are both `guides/meter` in German; `meter.md` says no
 * language.
 */
export function nameOf(path: string): { id: string; lang: Lang | null } {
  const plain = path.replace(/\.[a-z]+$/i, '')
  const match = /^(.+)[./](de|en|el)$/.exec(plain)
  const lang = match?.[2] as Lang | undefined
  return lang && LANGS.includes(lang)
    ? { id: match?.[1] as string, lang }
    : { id: plain.replace(/\/index$/, '') || plain, lang: null }
}
