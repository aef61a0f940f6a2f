import type { Translate } from '../../../../kernel/text.ts'

/** Words of the editor in the browser. */
const NAMES = [
  'bold',
  'italic',
  'heading',
  'subheading',
  'list',
  'numbers',
  'quote',
  'callout',
  'table',
  'link',
  'article',
  'picture',
  'write',
  'preview',
  'linkAddress',
  'articleWords',
  'noArticle',
  'alternative',
  'alternativeHint',
  'insert',
  'cancel',
  'uploading',
  'uploadFailed',
  'tableHead',
  'tableCell',
  'toolbar',
  'draftOnly',
] as const

export type EditorTexts = Record<(typeof NAMES)[number], string>

/** The words in the reader's language, as the island is given them. */
export function editorTexts(t: Translate): EditorTexts {
  return Object.fromEntries(NAMES.map((name) => [name, t(`knowledge.editor.${name}`)])) as EditorTexts
}
