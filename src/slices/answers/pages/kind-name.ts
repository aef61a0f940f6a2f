import type { TextKey, Translate } from '../../../kernel/text.ts'

/** The name of a kind of thing in the reader's language; of an unknown one the word itself. */
export function kindName(t: Translate, kind: string): string {
  const key = `answers.kind.${kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`
  const name = t(key as TextKey)
  return name === key ? kind : name
}
