import type { Translate } from '../../../../kernel/text.ts'
import { EDITOR_TEXTS, type EditorTexts } from '../../islands/editor/texts.ts'

/** The words in the reader's language, as the island is given them. */
export function editorTexts(t: Translate): EditorTexts {
  return Object.fromEntries(EDITOR_TEXTS.map((name) => [name, t(`knowledge.editor.${name}`)])) as EditorTexts
}
