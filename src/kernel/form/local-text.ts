import { LANGS, type Lang } from '../lang.ts'

/** A text in some languages of the interface, at least one. */
export type LocalText = Partial<Record<Lang, string>>

/** The text in the reader's language, or else in the first language that has one; empty when there is none. */
export function inLang(text: LocalText | undefined, lang: Lang): string {
  if (!text) return ''
  return text[lang] || LANGS.map((other) => text[other]).find(Boolean) || ''
}

/** The language that {@link inLang} gives the text in: for `lang` on what is shown in another language. */
export function langOf(text: LocalText | undefined, lang: Lang): Lang {
  return text?.[lang] ? lang : (LANGS.find((other) => text?.[other]) ?? lang)
}
