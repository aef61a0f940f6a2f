import type { Lang } from '../../kernel/lang.ts'
import type { Translate } from '../../kernel/text.ts'
import { Island } from '../island.tsx'

interface SearchSuggestProps {
  t: Translate
  lang: Lang
  /** The portal's key, and the path in front of its languages. */
  portal: { key: string; base: string }
  /** Where a wording is searched for. */
  action: string
}

/** Suggestions while typing, for the search field that it stands in. Without JavaScript the field is a plain form. */
export function SearchSuggest({ t, lang, portal, action }: SearchSuggestProps) {
  return (
    <Island
      name="search-suggest"
      props={{
        lang,
        base: portal.base,
        portal: portal.key,
        search: action,
        texts: { list: t('ui.suggest.list'), count: t('ui.suggest.count'), none: t('ui.suggest.none') },
      }}
    />
  )
}
