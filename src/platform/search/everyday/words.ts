import { Synonyms } from '../synonyms.ts'
import { de } from './de.ts'
import { el } from './el.ts'
import { en } from './en.ts'

/** Built-in, weak synonyms of each language: what editors need not write down. */
export const everydayWords = new Synonyms(
  Object.entries({ de, en, el }).flatMap(([lang, groups]) =>
    groups
      .trim()
      .split('\n')
      .map((group) => ({ lang, words: group.split(' ') })),
  ),
)
