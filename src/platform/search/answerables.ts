import type { Answerable, AnswerableMatch, Answerables, FoundSlots, SlotValue } from '../../kernel/answerable.ts'
import { LANGS, type Lang } from '../../kernel/lang.ts'
import { expandWordings } from './expand-wordings.ts'
import { likeness, readWording, type Wording, type WordingLanguage, wordingLanguage } from './wording.ts'

/**
 * From here on a question counts as one about the asker's own things. Chosen so that of 11,000 ordinary questions (the collections of the
 * bench, in three languages) none gets there, while rewordings of the examples with a typing error still do.
 */
const ASKED_FROM = 0.72

/** What can be asked about one's own things, found by likeness to examples with the text analysis of the search. */
export function createAnswerables(all: readonly Answerable[]): Answerables {
  const languages = new Map<
    Lang,
    { language: WordingLanguage; examples: { answerable: Answerable; wording: Wording }[] }
  >()
  for (const lang of LANGS) {
    const wordings = all.flatMap((answerable) =>
      answerable.examples[lang].flatMap(expandWordings).map((text) => ({ answerable, text })),
    )
    const language = wordingLanguage(
      lang,
      wordings.map(({ text }) => text),
    )
    languages.set(lang, {
      language,
      examples: wordings.map(({ answerable, text }) => ({ answerable, wording: readWording(text, language, []) })),
    })
  }

  return {
    all,
    match(question, lang, slots, rivals) {
      if (all.length === 0) return undefined
      let best: AnswerableMatch | undefined
      // The question may be in another language than the interface.
      for (const code of [lang, ...LANGS.filter((other) => other !== lang)]) {
        const found = nearest(code, question, slots, rivals)
        if (found && found.likeness > (best?.likeness ?? 0)) best = found
      }
      return best && best.likeness >= ASKED_FROM ? best : undefined
    },
  }

  function nearest(lang: Lang, question: string, slots: FoundSlots, rivals: readonly string[]) {
    const { language, examples } = languages.get(lang) as NonNullable<ReturnType<typeof languages.get>>
    const readings = new Map<string, Wording>()
    let best: AnswerableMatch | undefined
    for (const { answerable, wording } of examples) {
      const found = slots.get(answerable.name) ?? {}
      if (wording.slots.some((slot) => !found[slot])) continue
      const key = wording.slots.length === 0 ? '' : `${answerable.name} ${wording.slots.join()}`
      let reading = readings.get(key)
      if (!reading) {
        const values: [string, SlotValue][] = wording.slots.map((slot) => [slot, found[slot] as SlotValue])
        reading = readWording(question, language, values)
        readings.set(key, reading)
      }
      const alike = likeness(reading, wording, language)
      if (alike > (best?.likeness ?? 0))
        best = {
          answerable,
          likeness: alike,
          slots: Object.fromEntries(wording.slots.map((slot) => [slot, (found[slot] as SlotValue).value])),
        }
    }
    if (!best || best.likeness < ASKED_FROM) return undefined
    const plain = readWording(question, language, [])
    const isRivalled = rivals.some(
      (title) => likeness(plain, readWording(title, language, []), language) > (best?.likeness ?? 1),
    )
    return isRivalled ? undefined : best
  }
}
