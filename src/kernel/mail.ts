import type { Lang } from './lang.ts'

/** A mail to be sent. Text is required; HTML is made from it when absent. */
export interface NewMail {
  to: { email: string; name?: string | null; lang: Lang }
  subject: string
  text: string
  html?: string
  /** What it is about, for the administration's list: `request:UUID`. */
  about?: string
  /** Headers such as `List-Unsubscribe`, `In-Reply-To`. */
  headers?: Record<string, string>
}
