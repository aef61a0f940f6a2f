import { foldWord } from './text/characters.ts'
import { languageOf } from './text/languages.ts'
import { scan } from './text/tokens.ts'
import type { Lang } from './types.ts'

/** The different words of a text that carry meaning, as stems of a language, in order. */
export function stemsOf(text: string, lang: Lang): string[] {
  const language = languageOf(lang)
  const stems = new Set<string>()
  scan(text, {
    word: (start, end) => {
      const word = foldWord(text.slice(start, end))
      if (word !== '' && !language.isStop(word)) stems.add(language.stem(word))
    },
    sentence: () => {},
  })
  return [...stems]
}
