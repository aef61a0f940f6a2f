import type { Translate } from '../../kernel/text.ts'

/** How a mail begins. */
export function greeting(t: Translate, name: string | null): string {
  return name ? t('requests.mail.greetingName', { name }) : t('requests.mail.greeting')
}

/** What somebody wrote, as mails set it off. */
export function quoted(text: string): string {
  return text.replace(/^/gm, '> ')
}

/** Paragraphs; what there is not is left out. */
export function paragraphs(...parts: (string | null | false | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n')
}
