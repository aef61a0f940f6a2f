import { stringify as csvRow } from 'csv-stringify/sync'
import MarkdownIt from 'markdown-it'
import { stringify } from 'yaml'
import type { Format } from '../import/entry.ts'
import type { ExportedTranslation } from './export-articles.ts'

const COLUMNS = [
  ...[
    'id',
    'lang',
    'kind',
    'title',
    'summary',
    'slug',
    'category',
    'tags',
    'products',
    'keywords',
    'audience',
    'owner',
    'checked',
  ],
  ...['symptom', 'cause', 'workaround', 'fixedIn', 'body'],
] as const

/** Pieces of text (one stream) or files with paths, by format. CSV and JSON lines are one stream; Markdown and HTML one file a translation. */
export function writer(format: Format): {
  head: string
  /** Path of the translation's own file, for Markdown and HTML. */
  path(one: ExportedTranslation): string
  write(one: ExportedTranslation): string
} {
  const folder = ({ id, lang }: ExportedTranslation, ending: string) => `${safePath(id)}/${lang}.${ending}`
  switch (format) {
    case 'markdown':
      return { head: '', path: (one) => folder(one, 'md'), write: toMarkdown }
    case 'html':
      return { head: '', path: (one) => folder(one, 'html'), write: toHtml }
    case 'csv':
      return { head: csvRow([COLUMNS as unknown as string[]]), path: () => '', write: toCsv }
    case 'jsonl':
      return { head: '', path: () => '', write: (one) => `${JSON.stringify(one)}\n` }
  }
}

function toMarkdown({ body, ...fields }: ExportedTranslation): string {
  const said = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== '')),
  )
  return `---\n${stringify(said)}---\n\n${body}\n`
}

function toCsv(one: ExportedTranslation): string {
  return csvRow([COLUMNS.map((column) => flat(one[column]))])
}

const markdown = new MarkdownIt({ html: false })

function toHtml(one: ExportedTranslation): string {
  const { body, title, lang, ...fields } = one
  const meta = Object.entries(fields)
    .filter(([, value]) => flat(value) !== '')
    .map(([name, value]) => `<meta name="theke:${name}" content="${escapeHtml(flat(value))}">`)
  return [
    `<!doctype html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">`,
    `<title>${escapeHtml(title)}</title>`,
    ...meta,
    `</head>\n<body>\n<main>\n<h1>${escapeHtml(title)}</h1>`,
    markdown.render(body),
    '</main>\n</body>\n</html>\n',
  ].join('\n')
}

const flat = (value: string | string[]) => (Array.isArray(value) ? value.join(', ') : value)
const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** An id as a path: no dots that lead elsewhere, nothing that a file system cannot hold. */
function safePath(id: string): string {
  return id
    .split('/')
    .map((part) => part.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_'))
    .filter(Boolean)
    .join('/')
}
