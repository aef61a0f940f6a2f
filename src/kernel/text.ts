import type { MessageKey } from '../generated/messages.ts'

/**
 * The key of a text that people read: `slice.words.words`. Every key exists in all languages (checked by the gates).
 * Keys are typed from the messages of the slices; a key made at run time is cast where it is made.
 */
export type TextKey = MessageKey

/** Values for the arguments of an ICU message. */
export type TextValues = Record<string, string | number | Date>

/** The text of a key in the reader's language, with ICU arguments filled in. Plain text: escape it when it becomes HTML. */
export type Translate = (key: TextKey, values?: TextValues) => string
