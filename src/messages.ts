import { collectMessages, type Messages } from './platform/i18n/translate.ts'

/** Every text of the slices, the adapters, the kernel and the design system, by language. */
export const messages = collectMessages(
  import.meta.glob<Messages>(
    [
      './slices/*/messages/*.json',
      './slices/*/*/messages/*.json',
      './slices/*/pages/*/messages/*.json',
      './adapters/*/messages/*.json',
      './adapters/*/*/messages/*.json',
      './ui/messages/*.json',
      './kernel/messages/*.json',
      './platform/messages/*.json',
    ],
    { import: 'default', eager: true },
  ),
)
