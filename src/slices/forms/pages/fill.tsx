import type { z } from 'zod'
import type { Answers } from '../../../kernel/form/answers.ts'
import type { FormDefinition, FormPage } from '../../../kernel/form/definition.ts'
import { inLang } from '../../../kernel/form/local-text.ts'
import { type AnswerSource, answersOf, askedIn, changesRows, inputName } from '../../../kernel/form/read-answers.ts'
import { type Issue, refuse } from '../../../kernel/refusal.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { ProgressBar } from '../../../ui/components/ProgressBar.tsx'
import { shownForm } from '../../../ui/form.ts'
import { FormFields } from '../../../ui/form-fields/FormFields.tsx'
import { words } from '../../../ui/form-fields/SimpleField.tsx'
import { Island } from '../../../ui/island.tsx'
import { definePage, type Fields, type FormState, goTo, type PageAnswer, type PageCall } from '../../../ui/page.ts'
import { dropDraft } from '../operations/drop-draft.ts'
import { keepDraft } from '../operations/keep-draft.ts'
import { readDraft } from '../operations/read-draft.ts'

type Draft = z.output<(typeof readDraft)['output']>

/** Filling in a form, page by page. What is typed is kept on the server; at the end it goes to where it is for. */
export const fillPage = definePage({
  path: '/fill/:address',
  uploads: {},
  async get(call) {
    const draft = await call.run(readDraft, {
      address: call.params['address'] ?? '',
      page: call.query['page'],
      searchFor: call.query['for'] || undefined,
      search: call.query['search']?.slice(0, 100),
    })
    const page = draft.definition.pages.find((one) => one.id === draft.page)
    if (!page) throw refuse.notFound()
    return {
      title: inLang(page.title, call.lang),
      breadcrumbs: [
        { label: draft.purpose.title, href: call.url(draft.purpose.path) },
        { label: inLang(page.title, call.lang) },
      ],
      noIndex: true,
      view: <FillView call={call} draft={draft} page={page} />,
    }
  },
  post: {
    async default(call, fields) {
      const { draft, page, kept } = await keep(call, fields)
      const again = (query = '') => goTo(addressOf(call, draft, page.id) + query)
      const wanted = page.fields.find(({ key }) => fields.get(`${inputName(key)}.find`))
      if (wanted) {
        const search = fields.get(`${inputName(wanted.key)}.search`)
        return again(`&for=${wanted.key}&search=${encodeURIComponent(search)}#f-answers-${wanted.key}`)
      }
      if (changesRows([page], fields)) return again()
      if (kept.isAsking) return again('&more=1')
      if (kept.issues.length > 0) throw refuse.invalid(kept.issues as Issue[])
      if (kept.next) return goTo(addressOf(call, draft, kept.next))
      return kept.isComplete ? toPurpose(call, draft) : goTo(call.url(`/fill/${draft.address}`))
    },
    async back(call, fields) {
      const { draft, page } = await keep(call, fields)
      const at = draft.pages.findIndex((one) => one.id === page.id)
      return goTo(addressOf(call, draft, draft.pages[at - 1]?.id ?? page.id))
    },
    async later(call, fields) {
      const { draft, page } = await keep(call, fields)
      return draft.isMine
        ? goTo(call.url('/drafts'), 'forms.fill.kept')
        : goTo(`${addressOf(call, draft, page.id)}&later=1`)
    },
    async drop(call) {
      const { address = '' } = call.params
      const { purpose } = await call.run(readDraft, { address })
      await call.run(dropDraft, { address })
      return goTo(call.url(purpose.path), 'forms.fill.dropped')
    },
  },
})

async function keep(call: PageCall, fields: Fields) {
  const { address = '' } = call.params
  const draft = await call.run(readDraft, { address, page: fields.get('page') })
  const page = draft.definition.pages.find((one) => one.id === draft.page)
  if (!page) throw refuse.notFound()
  const kept = await call.run(keepDraft, {
    address,
    page: page.id,
    answers: answersOf([page], fields),
    asked: askedIn(fields),
  })
  return { draft, page, kept }
}

function addressOf(call: PageCall, draft: Draft, page: string): string {
  return `${call.url(`/fill/${draft.address}`)}?page=${page}`
}

function toPurpose(call: PageCall, { purpose, address }: Draft): PageAnswer {
  const sign = purpose.path.includes('?') ? '&' : '?'
  return goTo(`${call.url(purpose.path)}${sign}draft=${address}`)
}

function FillView({ call, draft, page }: { call: PageCall; draft: Draft; page: FormPage }) {
  const { t, lang } = call
  const form = shownForm(t, call.form, call.form?.action)
  const answers = { ...draft.answers, ...(call.form ? answersOf([page], sourceOf(call.form)) : {}) } as Answers
  const place = draft.pages.findIndex((one) => one.id === page.id)
  const only = draft.pages.length === 1
  return (
    <div class="stack narrow">
      <PageHead
        title={words(t, lang, page.title)}
        lead={page.hint && words(t, lang, page.hint)}
        above={draft.purpose.title}
      />
      {!only && (
        <ProgressBar
          label={t('forms.fill.progress')}
          value={place + 1}
          max={draft.pages.length}
          text={t('forms.fill.place', { page: place + 1, pages: draft.pages.length })}
        />
      )}
      {call.query['later'] && <LaterNotice call={call} draft={draft} />}
      {call.query['more'] && !call.form && <Notice tone="info">{t('forms.fill.more')}</Notice>}
      <FormMessages t={t} form={form} />
      <form method="post" enctype="multipart/form-data" class="form" novalidate data-answers>
        <input type="hidden" name="page" value={page.id} />
        {/* Enter goes on, whatever other buttons there are. */}
        <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <FormFields
          t={t}
          lang={lang}
          definition={draft.definition as FormDefinition}
          page={page}
          answers={answers}
          context={draft.context}
          errorOf={form.error}
          lists={draft.lists}
        />
        <FormActions>
          <Button look="primary">
            {t(place + 1 === draft.pages.length ? 'forms.fill.finish' : 'forms.fill.next')}
          </Button>
          {place > 0 && (
            <Button name="action" value="back" icon="arrow-left">
              {t('forms.fill.back')}
            </Button>
          )}
          <Button name="action" value="later" look="quiet" icon="save">
            {t('forms.fill.later')}
          </Button>
        </FormActions>
        <Island
          name="keep-answers"
          props={{
            address: draft.address,
            page: { ...page, title: {}, hint: undefined },
            texts: { saved: t('forms.fill.saved'), failed: t('forms.fill.failed') },
            lang,
          }}
        >
          <p class="hint" role="status" data-kept />
        </Island>
      </form>
    </div>
  )
}

function LaterNotice({ call, draft }: { call: PageCall; draft: Draft }) {
  const { t, format } = call
  const link = `${call.origin}${call.url(`/fill/${draft.address}`)}`
  return (
    <Notice tone="good" title={t('forms.fill.kept')} live>
      <p>{t('forms.fill.link', { day: format.day(draft.keptUntil) })}</p>
      <p>
        <a href={link}>{link}</a>
      </p>
    </Notice>
  )
}

/** A refused form, read like a submitted one. */
function sourceOf({ values }: FormState): AnswerSource {
  const all = (name: string) => [values[name] ?? []].flat()
  return { all, get: (name) => all(name).at(-1) ?? '' }
}
