import type { Fields, FormState } from '../../../../ui/page.ts'
import type { Content } from '../../content.ts'

const TEXTS = ['title', 'summary', 'body', 'symptom', 'cause', 'workaround', 'fixedIn'] as const
const LISTS = ['keywords', 'tags'] as const

/** The content as it was typed into the form of the editor. */
export function contentOf(fields: Pick<Fields, 'get'>): Content {
  const content = Object.fromEntries(TEXTS.map((name) => [name, fields.get(`content.${name}`)]))
  const lists = Object.fromEntries(LISTS.map((name) => [name, words(fields.get(`content.${name}`))]))
  return { ...content, ...lists } as Content
}

/** The values of the editor's form for a content. */
export function valuesOf(content: Content): Record<string, string> {
  const texts = Object.fromEntries(TEXTS.map((name) => [`content.${name}`, content[name]]))
  const lists = Object.fromEntries(LISTS.map((name) => [`content.${name}`, content[name].join(', ')]))
  return { ...texts, ...lists }
}

/** A form as it stands, though nothing was refused: what one had typed before looking at a preview. */
export function asTyped(values: Record<string, string>): FormState {
  return { action: 'save', values, issues: [], message: null, restored: false }
}

function words(line: string): string[] {
  return line
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
}
