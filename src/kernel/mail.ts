import { z } from 'zod'
import type { Lang } from './lang.ts'
import { defineSettings } from './settings.ts'

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

/** Who mails come from. Without an address: who the configuration says (`MAIL_FROM`). */
export const mailSender = defineSettings({
  name: 'platform.mailSender',
  schema: z.object({
    name: z.string().max(100),
    address: z.union([z.email(), z.literal('')]),
    replyTo: z.union([z.email(), z.literal('')]),
  }),
  initial: { name: '', address: '', replyTo: '' },
})
