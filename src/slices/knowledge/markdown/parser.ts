import MarkdownIt, { type Token } from 'markdown-it'
import { readAddress } from './addresses.ts'

/**
 * One parser for everything that is written in Markdown: CommonMark with tables, without HTML. Addresses that articles may not lead to
 * stay as they were typed.
 */
export const markdown = new MarkdownIt({ html: false, linkify: true, breaks: false })
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: true })
markdown.validateLink = (url) => readAddress(url) !== null || /^www\./i.test(url)
const normalize = markdown.normalizeLink.bind(markdown)
markdown.normalizeLink = (url) => normalize(/^www\./i.test(url) ? `https://${url}` : url)

/** The tokens of a text. Never throws: whatever is typed is Markdown. */
export function parse(text: string): Token[] {
  return markdown.parse(text, {})
}

/** The words of an inline token, without marks. */
export function wordsOf(token: Token | undefined): string {
  let words = ''
  for (const child of token?.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') words += ' '
    else if (child.type === 'image') words += wordsOf(child)
    else words += child.content
  }
  return words.replace(/\s+/g, ' ').trim()
}

/** A link or picture of a text. */
export interface Link {
  /** As written. */
  target: string
  words: string
  isPicture: boolean
}

/** Every link and picture, in order. */
export function linksOf(tokens: readonly Token[]): Link[] {
  const links: Link[] = []
  for (const token of tokens) {
    const children = token.type === 'inline' ? (token.children ?? []) : []
    children.forEach((child, index) => {
      if (child.type === 'image')
        links.push({ target: String(child.attrGet('src') ?? ''), words: wordsOf(child), isPicture: true })
      if (child.type !== 'link_open') return
      const end = children.findIndex((other, at) => at > index && other.type === 'link_close')
      const inside = children.slice(index + 1, end < 0 ? undefined : end)
      const words = inside.map((part) => (part.type === 'image' ? wordsOf(part) : part.content)).join('')
      links.push({ target: String(child.attrGet('href') ?? ''), words: words.trim(), isPicture: false })
    })
  }
  return links
}
