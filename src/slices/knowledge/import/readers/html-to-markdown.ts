import gfm from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'

const service = new TurndownService({
  headingStyle: 'atx',
  codeBlockStyle: 'fenced',
  bulletListMarker: '-',
  emDelimiter: '_',
})
service.use(gfm.gfm)
service.remove([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'form',
  'nav',
  'button',
  'input',
] as never)

/** HTML as Markdown: text, headings, lists, tables, links and pictures stay; everything that could run is dropped. */
export function htmlToMarkdown(html: string): string {
  return service.turndown(html).trim()
}

/** Plain text as Markdown that shows exactly this text: every line is a paragraph, signs that Markdown would read are escaped. */
export function textToMarkdown(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/^([#>+-]|\d+[.)])/, '\\$1'))
    .join('\n\n')
}
