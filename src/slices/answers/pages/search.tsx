import { may } from '../../../kernel/actor.ts'
import { MOST_CLARIFICATIONS } from '../../../kernel/clarification.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { definePage, type PageCall, type PageView } from '../../../ui/page.ts'
import { askOwn } from '../operations/ask-own.ts'
import { recordQuestion } from '../operations/record-question.ts'
import { searchOperation } from '../operations/search.ts'
import { LONGEST_QUESTION } from '../rules.ts'
import { type Asked, handOverOf, isNarrowed } from './asked.ts'
import { Field } from './Field.tsx'
import { Found } from './Found.tsx'
import { chosenIn } from './filters.ts'

const PAGE_SIZE = 10

export const searchPage = definePage({
  path: '/search',
  cache: true,
  shared: ['q', 'kind', 'category', 'product', 'tag', 'in', 'c', 'ask', 'cursor', 'after'],
  sharedAmong: 'visitors',
  async get(call) {
    const asked = askedIn(call)
    if (!asked.q) return startOf(call)
    const [found, own] = await Promise.all([search(call, asked), ownAnswer(call, asked)])
    if (asked.isFirst && !isNarrowed(asked) && !own) await note(call, asked.q, found.answered)
    const whenBack = found.answered || own ? null : await call.whenBack()
    return {
      ...frameOf(call, asked.q),
      from: handOverOf(asked),
      view: <Found call={call} asked={asked} own={own} found={found} whenBack={whenBack} />,
    }
  },
})

/** What the address says: everything about a search stands in it, so that it can be undone, kept and sent to somebody. */
function askedIn(call: PageCall): Asked {
  return {
    q: (call.query['q'] ?? '').trim().slice(0, LONGEST_QUESTION),
    chosen: chosenIn(call),
    narrowed: call.queryAll('c').filter(Boolean).slice(0, MOST_CLARIFICATIONS),
    asksBack: call.query['ask'] === '1',
    isFirst: !call.query['cursor'],
  }
}

async function search(call: PageCall, { q, chosen, narrowed, asksBack, isFirst }: Asked) {
  const { lang: inLang, ...filters } = chosen
  return call.run(searchOperation, {
    q,
    ...filters,
    inLang,
    narrowed,
    clarify: asksBack ? 'always' : 'unsure',
    limit: PAGE_SIZE,
    ...(isFirst ? {} : { cursor: call.query['cursor'] }),
  })
}

async function ownAnswer(call: PageCall, asked: Asked) {
  if (!asked.isFirst || isNarrowed(asked)) return null
  return (await call.run(askOwn, { q: asked.q })).answer
}

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
