import type { Translate } from '../../kernel/text.ts'

/** First stop of the keyboard on every page. */
export function SkipLink({ t }: { t: Translate }) {
  return (
    <a class="skip" href="#main">
      {t('ui.skip')}
    </a>
  )
}
