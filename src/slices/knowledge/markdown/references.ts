import { type Content, MARKDOWN_FIELDS } from '../content.ts'
import { isId, readAddress } from './addresses.ts'
import { type Link, linksOf, parse } from './parser.ts'

/** Every link and picture of a content. */
export function linksOfContent(content: Content): Link[] {
  return MARKDOWN_FIELDS.flatMap((field) => (content[field] ? linksOf(parse(content[field])) : []))
}

/** Ids of the files that a content shows or offers. */
export function filesOfContent(content: Content): string[] {
  return [...new Set(MARKDOWN_FIELDS.flatMap((field) => filesIn(content[field])))]
}

/** Ids of the files that a text shows or offers. */
export function filesIn(text: string): string[] {
  if (!text) return []
  const ids = linksOf(parse(text)).flatMap(({ target }) => {
    const address = readAddress(target)
    return (address?.kind === 'picture' || address?.kind === 'attachment') && isId(address.id) ? [address.id] : []
  })
  return [...new Set(ids)]
}

const REFERENCE = /(\]\(<?|\]:\s*<?)(article|picture|attachment|document):([\p{L}\p{N}._/-]+)/gu

/** References that are written with a name instead of an id: `article:meter-reading` (key or address). */
export function namesIn(content: Content): { kind: string; name: string }[] {
  const names = MARKDOWN_FIELDS.flatMap((field) =>
    [...content[field].matchAll(REFERENCE)].map(([, , kind = '', name = '']) => ({ kind, name })),
  )
  return names.filter(({ name }) => !isId(name))
}

/** The content with names replaced by ids where they are known; unknown ones stay, for the check to name them. */
export function withIds(content: Content, ids: ReadonlyMap<string, string>): Content {
  const replaced = { ...content }
  for (const field of MARKDOWN_FIELDS)
    replaced[field] = content[field].replace(REFERENCE, (all, before: string, kind: string, name: string) => {
      const id = ids.get(`${kind}:${name}`)
      return id ? `${before}${kind}:${id}` : all
    })
  return replaced
}
