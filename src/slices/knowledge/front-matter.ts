import { parse } from 'yaml'

/** A Markdown file with front matter (YAML between two lines of three dashes), taken apart. */
export function readFrontMatter(file: string): { fields: Record<string, unknown>; body: string } {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const match = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)
  if (!match) return { fields: {}, body: text }
  const fields: unknown = parse(match[1] as string, { maxAliasCount: 20 })
  const isFields = typeof fields === 'object' && fields !== null && !Array.isArray(fields)
  return { fields: isFields ? (fields as Record<string, unknown>) : {}, body: text.slice(match[0].length) }
}
