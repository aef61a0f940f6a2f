import { IntlMessageFormat } from 'intl-messageformat'
import type { Lang } from '../../kernel/lang.ts'
import type { TextValues, Translate } from '../../kernel/text.ts'

/** Messages of one language: key → ICU message. */
export type Messages = Record<string, string>

/**
 * Makes the translate function of each language. Plain messages are given back as they are; messages with arguments are parsed at
 * their first use and kept. A missing key gives the key itself (the gates see to it that none is missing).
 */
export function createTexts(messages: Record<Lang, Messages>): (lang: Lang) => Translate {
  const translators = Object.fromEntries(
    Object.entries(messages).map(([lang, own]) => [lang, translator(own, lang)]),
  ) as Record<Lang, Translate>
  return (lang) => translators[lang]
}

function translator(messages: Messages, lang: string): Translate {
  const parsed = new Map<string, IntlMessageFormat>()
  return (key, values) => {
    const message = messages[key]
    if (message === undefined) return key
    if (!message.includes('{') && !message.includes("'")) return message
    let format = parsed.get(key)
    if (!format) {
      format = new IntlMessageFormat(message, lang, undefined, { ignoreTag: true })
      parsed.set(key, format)
    }
    return String(format.format(values as TextValues))
  }
}

/** Joins the message files of slices, adapters and the design system: `…/messages/de.json` → language → key → message. */
export function collectMessages(files: Record<string, Messages>): Record<Lang, Messages> {
  const all: Record<Lang, Messages> = { de: {}, en: {}, el: {} }
  for (const [path, messages] of Object.entries(files)) {
    const lang = /\/(de|en|el)\.json$/.exec(path)?.[1] as Lang | undefined
    if (lang) Object.assign(all[lang], messages)
  }
  return all
}
