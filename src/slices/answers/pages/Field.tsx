import { SearchField } from '../../../ui/components/SearchField.tsx'
import { SearchSuggest } from '../../../ui/components/SearchSuggest.tsx'
import type { PageCall } from '../../../ui/page.ts'

/** The search field. After a question in vain the next one carries it along, so that editors learn which words people really use. */
export function Field({ call, q, failed }: { call: PageCall; q: string; failed?: boolean }) {
  return (
    <SearchField t={call.t} action={call.url('/search')} value={q} hero keep={failed ? { after: q } : {}}>
      <SearchSuggest t={call.t} lang={call.lang} portal={call.portal} action={call.url('/search')} />
    </SearchField>
  )
}
