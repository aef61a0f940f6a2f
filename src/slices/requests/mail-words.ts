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

/**
 * What somebody typed, for a mail to an address that they typed as well: without addresses of pages, so that nobody has strangers sent to a
 * page of theirs in our name. Names of hosts count, as mail programs make links of them.
 */
export function withoutLinks(text: string): string {
  return text.replace(/\S*:\/\/\S*|\bwww\.\S+|(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/:?#]\S*)?/giu, '…')
}
