import type { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { FilterList } from '../../../ui/components/FilterList.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { Island } from '../../../ui/island.tsx'
import type { PageCall } from '../../../ui/page.ts'
import type { OwnAnswerView } from '../operations/ask-own.ts'
import type { searchOperation } from '../operations/search.ts'
import { AnswerCard } from './AnswerCard.tsx'
import { type Asked, composedUrl, contactUrl, isNarrowed } from './asked.ts'
import { Answered, Clarify } from './Clarify.tsx'
import { Field } from './Field.tsx'
import { filterGroups, searchUrl } from './filters.ts'
import { OwnAnswer } from './OwnAnswer.tsx'
import { Result } from './Result.tsx'
import { Unsure } from './Unsure.tsx'

/** So many hits are shown in any case, however far off. */
const FEWEST = 3

interface FoundProps {
  call: PageCall
  asked: Asked
  own: OwnAnswerView | null
  found: z.output<typeof searchOperation.output>
  whenBack: string | null
}

/** What was found: the answer first, or an honest word that there is none; then everything else. */
export function Found({ call, asked, own, found, whenBack }: FoundProps) {
  const { t } = call
  const { q, chosen, isFirst } = asked
  const explain = explainer(call, q)
  const { items } = cut(found, isFirst)
  const hits = own
    ? []
    : found.answers.flatMap((answer) => {
        const hit = items.find(({ id }) => id === answer.id)
        return hit ? [{ answer, hit }] : []
      })
  const isUnsure = isFirst && !own && !found.answered
  return (
    <>
      <div class="stack">
        <h1 class="visually-hidden">{t('answers.search.titleOf', { question: q })}</h1>
        <Field call={call} q={q} failed={!found.answered && !isNarrowed(asked)} />
        {found.didYouMean && (
          <p class="did-you-mean">
            {t('answers.search.didYouMean')} <a href={searchUrl(call, found.didYouMean, chosen)}>{found.didYouMean}</a>
          </p>
        )}
        <Answered call={call} asked={asked} narrowed={found.narrowed} />
        {own && <OwnAnswer call={call} own={own} />}
        {hits.length > 0 && (
          <AnswerCard
            call={call}
            composed={found.composable ? composedUrl(call, asked) : null}
            question={q}
            answers={hits}
            explain={explain}
          />
        )}
        {isFirst && !own && found.clarification && (
          <Clarify call={call} asked={asked} clarification={found.clarification} />
        )}
        {isUnsure && !found.clarification && !(isNarrowed(asked) && items.length === 0) && (
          <Unsure call={call} hasNear={items.length > 0} contact={contactUrl(call, asked)} whenBack={whenBack} />
        )}
      </div>
      <Others call={call} asked={asked} found={found} besides={hits.map(({ hit }) => hit.id)} explain={explain} />
      <Island name="search-keys" />
    </>
  )
}

interface OthersProps {
  call: PageCall
  asked: Asked
  found: FoundProps['found']
  /** Shown above already. */
  besides: readonly string[]
  explain: (id: string) => string | null
}

/** Everything else that was found, with what it can be narrowed by. */
function Others({ call, asked, found, besides, explain }: OthersProps) {
  const { t, format } = call
  const { q, chosen, narrowed, isFirst } = asked
  const { items, total, next } = cut(found, isFirst)
  if (items.length === 0) return isNarrowed(asked) ? <NothingNarrowed call={call} asked={asked} /> : null
  const others = items.filter(({ id }) => !besides.includes(id))
  const groups = filterGroups(call, q, found.facets, chosen, narrowed, total).filter(
    (group) => group.filters.length > 0,
  )
  return (
    <div class={groups.length > 0 ? 'columns side-first section' : 'section'}>
      {groups.length > 0 && (
        <aside class="side">
          <FilterList t={t} groups={groups} />
        </aside>
      )}
      <section class="stack" aria-labelledby="others-title">
        <div class="row">
          <h2 id="others-title" class="meta">
            {t('answers.search.count', { count: total, shown: format.number(total) })}
          </h2>
          {besides.length > 0 && !asked.asksBack && (
            <a class="small" rel="nofollow" href={searchUrl(call, q, chosen, { c: narrowed, ask: '1' })}>
              {t('answers.clarify.notThis')}
            </a>
          )}
        </div>
        <div class="results" data-results>
          {others.map((hit) => (
            <Result key={hit.id} call={call} hit={hit} question={q} explainUrl={explain(hit.id)} />
          ))}
        </div>
        <Pagination
          t={t}
          previous={isFirst ? null : searchUrl(call, q, chosen, { c: narrowed })}
          previousLabel={t('answers.search.toFirst')}
          next={next ? searchUrl(call, q, chosen, { c: narrowed, cursor: next }) : null}
        />
      </section>
    </div>
  )
}

function NothingNarrowed({ call, asked }: { call: PageCall; asked: Asked }) {
  const { t } = call
  return (
    <div class="section">
      <EmptyState
        icon="search-x"
        title={t('answers.search.nothing')}
        action={
          <>
            <LinkButton look="primary" icon="message-square-text" href={contactUrl(call, asked)}>
              {t('answers.search.askPerson')}
            </LinkButton>
            <LinkButton href={searchUrl(call, asked.q)}>{t('answers.search.widen')}</LinkButton>
          </>
        }
      >
        {t('answers.search.nothingNarrowed')}
      </EmptyState>
    </div>
  )
}

/** Below what the filters count there are only things that are far off: no part of the answer unless little else was found. */
function cut(found: FoundProps['found'], isFirst: boolean) {
  const near = (found.facets['lang'] ?? []).reduce((sum, { count }) => sum + count, 0)
  if (!isFirst || near < FEWEST || near >= found.items.length) return found
  return { items: found.items.slice(0, near), total: near, next: null }
}

/** For editors: the address of "why is this here?". */
function explainer(call: PageCall, q: string): (id: string) => string | null {
  if (!may(call.actor, 'answers.manage')) return () => null
  return (id) => `${call.url('/admin/search')}?${new URLSearchParams({ q, id })}`
}
