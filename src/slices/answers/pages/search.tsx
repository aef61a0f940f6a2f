import type { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { FilterList } from '../../../ui/components/FilterList.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { SearchField } from '../../../ui/components/SearchField.tsx'
import { SearchSuggest } from '../../../ui/components/SearchSuggest.tsx'
import { Island } from '../../../ui/island.tsx'
import { definePage, type PageCall, type PageView } from '../../../ui/page.ts'
import { askOwn, type OwnAnswerView } from '../operations/ask-own.ts'
import { recordQuestion } from '../operations/record-question.ts'
import { searchOperation } from '../operations/search.ts'
import { LONGEST_QUESTION } from '../rules.ts'
import { type Chosen, chosenIn, filterGroups, searchUrl } from './filters.ts'
import { OwnAnswer } from './OwnAnswer.tsx'
import { Result } from './Result.tsx'

const PAGE_SIZE = 10
/** So many hits are shown in any case, however far off. */
const FEWEST = 3

export const searchPage = definePage({
  path: '/search',
  cache: true,
  fields: ['q', 'kind', 'category', 'product', 'tag', 'in', 'cursor', 'after'],
  async get(call) {
    const q = (call.query['q'] ?? '').trim().slice(0, LONGEST_QUESTION)
    if (!q) return startOf(call)
    const chosen = chosenIn(call)
    const { lang: inLang, ...narrowing } = chosen
    const isFirst = !call.query['cursor']
    const isNarrowed = Object.values(chosen).some((values) => values.length > 0)
    const [found, { answer: own }] = await Promise.all([
      call.run(searchOperation, {
        q,
        ...narrowing,
        inLang,
        limit: PAGE_SIZE,
        ...(call.query['cursor'] ? { cursor: call.query['cursor'] } : {}),
      }),
      isFirst && !isNarrowed ? call.run(askOwn, { q }) : { answer: null },
    ])
    if (isFirst && !isNarrowed && !own) await note(call, q, found.answered)
    return {
      ...frameOf(call, q),
      view: (
        <Found call={call} q={q} own={own} found={found} chosen={chosen} isFirst={isFirst} isNarrowed={isNarrowed} />
      ),
    }
  },
})

/** Remembers, without personal data, what was asked in vain; the search goes on when that cannot be done. */
async function note(call: PageCall, q: string, answered: boolean) {
  const after = call.query['after']?.slice(0, LONGEST_QUESTION)
  if (answered && !after) return
  // Editors who look at what was asked in vain are not asking.
  if (may(call.actor, 'answers.manage')) return
  try {
    await call.run(recordQuestion, { q, ...(after ? { after } : {}) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function frameOf(call: PageCall, q: string): Omit<PageView, 'view'> {
  return {
    title: q ? call.t('answers.search.titleOf', { question: q }) : call.t('answers.search.title'),
    // One page for search engines, whatever was asked.
    canonical: '/search',
    question: q,
    breadcrumbs: [{ label: call.portal.name, href: call.url('/') }, { label: call.t('answers.search.title') }],
  }
}

/** Nothing asked yet: the field alone. */
function startOf(call: PageCall): PageView {
  return {
    ...frameOf(call, ''),
    view: (
      <section class="narrow stack">
        <h1>{call.t('answers.search.start')}</h1>
        <p class="lead">{call.t('answers.search.startLead')}</p>
        <Field call={call} q="" />
      </section>
    ),
  }
}

/** After a question in vain the next one carries it along, so that editors learn which words people really use. */
function Field({ call, q, failed }: { call: PageCall; q: string; failed?: boolean }) {
  return (
    <SearchField t={call.t} action={call.url('/search')} value={q} hero keep={failed ? { after: q } : {}}>
      <SearchSuggest t={call.t} lang={call.lang} portal={call.portal} action={call.url('/search')} />
    </SearchField>
  )
}

interface FoundProps {
  call: PageCall
  q: string
  own: OwnAnswerView | null
  found: z.output<typeof searchOperation.output>
  chosen: Chosen
  isFirst: boolean
  isNarrowed: boolean
}

function Found({ call, q, own, found, chosen, isFirst, isNarrowed }: FoundProps) {
  const { t, format } = call
  const explains = may(call.actor, 'answers.manage')
  const contact = `${call.url('/contact')}?question=${encodeURIComponent(q)}`
  // Below what the filters count there are only things that are far off: no part of the answer unless little else was found.
  const near = (found.facets['lang'] ?? []).reduce((sum, { count }) => sum + count, 0)
  const isComplete = isFirst && near >= FEWEST && near < found.items.length
  const items = isComplete ? found.items.slice(0, near) : found.items
  const total = isComplete ? near : found.total
  const next = isComplete ? null : found.next
  const groups = filterGroups(call, q, found.facets, chosen, total).filter((group) => group.filters.length > 0)
  return (
    <>
      <div class="stack">
        <h1 class="visually-hidden">{t('answers.search.titleOf', { question: q })}</h1>
        <Field call={call} q={q} failed={!found.answered && !isNarrowed} />
        {found.didYouMean && (
          <p class="did-you-mean">
            {t('answers.search.didYouMean')} <a href={searchUrl(call, found.didYouMean, chosen)}>{found.didYouMean}</a>
          </p>
        )}
        {own && <OwnAnswer call={call} own={own} />}
      </div>
      {found.items.length === 0 ? (
        <div class="section">
          <EmptyState
            icon="search-x"
            title={t('answers.search.nothing')}
            action={
              <>
                <LinkButton look="primary" icon="message-square-text" href={contact}>
                  {t('answers.search.askPerson')}
                </LinkButton>
                {isNarrowed ? (
                  <LinkButton href={searchUrl(call, q)}>{t('answers.search.widen')}</LinkButton>
                ) : (
                  <LinkButton href={call.url('/help')}>{t('answers.search.browse')}</LinkButton>
                )}
              </>
            }
          >
            {t(isNarrowed ? 'answers.search.nothingNarrowed' : 'answers.search.nothingText')}
          </EmptyState>
        </div>
      ) : (
        <div class={groups.length > 0 ? 'columns side-first section' : 'section'}>
          {groups.length > 0 && (
            <aside class="side">
              <FilterList t={t} groups={groups} />
            </aside>
          )}
          <div class="stack">
            {isFirst && !found.answered && !isNarrowed && (
              <Notice
                tone="info"
                icon="circle-question-mark"
                title={t('answers.search.unsure')}
                end={
                  <LinkButton icon="message-square-text" href={contact}>
                    {t('answers.search.askPerson')}
                  </LinkButton>
                }
              >
                {t('answers.search.unsureText')}
              </Notice>
            )}
            <p class="meta" role="status">
              {t('answers.search.count', { count: total, shown: format.number(total) })}
            </p>
            <div class="results" data-results>
              {items.map((hit, index) => (
                <Result
                  key={hit.id}
                  call={call}
                  hit={hit}
                  question={q}
                  best={isFirst && index === 0 && found.answered}
                  explainUrl={
                    explains ? `${call.url('/admin/search')}?${new URLSearchParams({ q, id: hit.id })}` : null
                  }
                />
              ))}
            </div>
            <Pagination
              t={t}
              previous={isFirst ? null : searchUrl(call, q, chosen)}
              previousLabel={t('answers.search.toFirst')}
              next={next ? searchUrl(call, q, chosen, { cursor: next }) : null}
            />
            <Island name="search-keys" />
          </div>
        </div>
      )}
    </>
  )
}
