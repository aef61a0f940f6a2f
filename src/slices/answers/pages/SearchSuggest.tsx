import { Island } from '../../../ui/island.tsx'
import type { PageCall } from '../../../ui/page.ts'

/** Suggestions while typing, for a search field that it stands in. Without JavaScript the field is a plain form. */
export function SearchSuggest({ call }: { call: PageCall }) {
  const { t, lang, portal } = call
  return (
    <Island
      name="search-suggest"
      props={{
        lang,
        base: portal.base,
        portal: portal.key,
        search: call.url('/search'),
        texts: { list: t('answers.suggest.list'), count: t('answers.suggest.count'), none: t('answers.suggest.none') },
      }}
    />
  )
}
