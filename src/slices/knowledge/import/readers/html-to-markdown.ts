import type TurndownService from 'turndown'

let service: Promise<TurndownService> | null = null

/** Loaded by the first page that is read: a whole HTML parser that most processes never need. */
async function createService(): Promise<TurndownService> {
  const [{ default: Turndown }, { default: gfm }] = await Promise.all([
    import('turndown'),
    import('@joplin/turndown-plugin-gfm'),
  ])
  const created = new Turndown({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '_',
  })
  created.use(gfm.gfm)
  created.remove([
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
  return created
}

/** HTML as Markdown: text, headings, lists, tables, links and pictures stay; everything that could run is dropped. */
export async function htmlToMarkdown(html: string): Promise<string> {
  service ??= createService()
  return (await service).turndown(html).trim()
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
