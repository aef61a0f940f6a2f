import { decode, LARGEST, nameOf, type Read, type SourceFile } from '../entry.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'

/** HTML pages: title from `<title>` or the first heading, content from `<main>`, `<article>` or the body, facts from `<meta>`. */
export async function* readHtml(files: AsyncIterable<SourceFile>): AsyncIterable<Read> {
  for await (const file of files) yield await readOne(file)
}

async function readOne({ path, content }: SourceFile): Promise<Read> {
  const bytes = await content()
  if (bytes.length > LARGEST) return { where: path, problem: 'too_large' }
  const html = decode(bytes)
  if (html === null) return { where: path, problem: 'not_utf8' }
  const named = nameOf(path)
  const meta = metaOf(html)
  const inner = within(html, 'main') ?? within(html, 'article') ?? within(html, 'body') ?? html
  const heading = /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(inner)
  const title = text(heading?.[1] ?? within(html, 'title') ?? '')
  if (!title) return { where: path, problem: 'no_title' }
  return {
    where: path,
    id: meta['id'] ?? named.id,
    lang: meta['lang'] ?? /<html\b[^>]*\blang=["']?([a-z]{2})/i.exec(html)?.[1]?.toLowerCase() ?? named.lang,
    title,
    body: await htmlToMarkdown(heading ? inner.replace(heading[0], '') : inner),
    fields: { ...meta, ...(meta['description'] && !meta['summary'] ? { summary: meta['description'] } : {}) },
  }
}

function within(html: string, tag: string): string | null {
  return new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*)</${tag}>`, 'i').exec(html)?.[1] ?? null
}

function metaOf(html: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<meta\b[^>]*>/gi)) {
    const name = /\bname=["']?(?:theke:)?([\w-]+)/i.exec(tag)?.[1]
    const value = /\bcontent=(?:"([^"]*)"|'([^']*)')/i.exec(tag)
    if (name && value) found[name] = text(value[1] ?? value[2] ?? '')
  }
  return found
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function text(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim()
}
