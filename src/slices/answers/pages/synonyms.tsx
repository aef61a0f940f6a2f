import type { z } from 'zod'
import { LANGS } from '../../../kernel/lang.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { Select } from '../../../ui/components/Select.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { definePage, type Fields, goTo, type PageCall } from '../../../ui/page.ts'
import { dismissProposal } from '../operations/dismiss-proposal.ts'
import { listProposals } from '../operations/list-proposals.ts'
import { listSynonymSets } from '../operations/list-synonyms.ts'
import { removeSynonyms } from '../operations/remove-synonyms.ts'
import { saveSynonyms } from '../operations/save-synonyms.ts'

type SynonymSet = z.output<typeof listSynonymSets.output>['items'][number]
type Proposal = z.output<typeof listProposals.output>['items'][number]

export const synonymsPage = definePage({
  path: '/admin/synonyms',
  layout: 'admin',
  requires: 'answers.manage',
  async get(call) {
    const { t, query } = call
    const { items, next } = await call.run(listSynonymSets, { limit: 50, cursor: query['cursor'] || undefined })
    const { items: proposals } = await call.run(listProposals, {})
    const page = call.url('/admin/synonyms')
    return {
      title: t('answers.synonyms.title'),
      view: (
        <>
          <PageHead title={t('answers.synonyms.title')} lead={t('answers.synonyms.lead')} />
          <div class="columns">
            <div class="stack loose">
              <DataTable
                caption={t('answers.synonyms.title')}
                hideCaption
                rows={items}
                rowKey={(row) => row.id}
                empty={
                  <EmptyState icon="book-marked" title={t('answers.synonyms.none')}>
                    {t('answers.synonyms.noneText')}
                  </EmptyState>
                }
                columns={[
                  { title: t('answers.synonyms.words'), head: true, cell: (row) => row.words.join(' · ') },
                  { title: t('answers.synonyms.lang'), cell: (row) => nameOf(call, row.lang) },
                  {
                    title: t('answers.missing.actions'),
                    kind: 'actions',
                    cell: (row) => <Actions call={call} row={row} />,
                  },
                ]}
              />
              <Pagination
                t={t}
                previous={query['cursor'] ? page : null}
                next={next ? `${page}?cursor=${next}` : null}
              />
              {proposals.length > 0 && <Proposals call={call} proposals={proposals} />}
            </div>
            <SetForm call={call} />
          </div>
        </>
      ),
    }
  },
  post: {
    async save(call, fields) {
      await call.run(saveSynonyms, setOf(fields))
      return goTo(call.url('/admin/synonyms'), 'answers.synonyms.saved')
    },
    async remove(call, fields) {
      await call.run(removeSynonyms, { id: fields.get('id') })
      return goTo(call.url('/admin/synonyms'), 'answers.synonyms.removed')
    },
    async dismiss(call, fields) {
      await call.run(dismissProposal, { id: fields.get('proposal') })
      return goTo(call.url('/admin/synonyms'), 'answers.synonyms.dismissed')
    },
  },
})

function setOf(fields: Fields): z.input<typeof saveSynonyms.input> {
  const lang = fields.optional('lang') as 'de' | undefined
  return {
    id: fields.optional('id'),
    lang: lang ?? null,
    words: fields.get('words'),
    proposal: fields.optional('proposal'),
    missing: fields.optional('missing'),
  }
}

/** For a new set, or for the one chosen in the list. */
function SetForm({ call }: { call: PageCall }) {
  const { t, query, form } = call
  const value = (name: string) => (form?.action === 'save' ? String(form.values[name] ?? '') : (query[name] ?? ''))
  const errors = (form?.issues ?? []).map((issue) => ({
    name: String(issue.path[0] ?? ''),
    text: t(issue.key, issue.values),
  }))
  return (
    <Card title={t(value('id') ? 'answers.synonyms.change' : 'answers.synonyms.add')}>
      <form method="post" class="stack">
        <ErrorSummary t={t} errors={errors} />
        <input type="hidden" name="id" value={value('id')} />
        <input type="hidden" name="proposal" value={value('proposal')} />
        <input type="hidden" name="missing" value={value('missing')} />
        <TextArea
          t={t}
          name="words"
          label={t('answers.synonyms.words')}
          hint={t('answers.synonyms.wordsHint')}
          rows={4}
          value={value('words')}
          error={errors.find((error) => error.name === 'words')?.text}
        />
        <Select
          t={t}
          name="lang"
          label={t('answers.synonyms.lang')}
          hint={t('answers.synonyms.langHint')}
          empty={t('answers.synonyms.everyLanguage')}
          optional
          value={value('lang')}
          options={LANGS.map((lang) => ({ value: lang, label: t(`answers.language.${lang}`) }))}
        />
        <FormActions>
          <Button look="primary" name="action" value="save">
            {t('answers.synonyms.save')}
          </Button>
        </FormActions>
      </form>
    </Card>
  )
}

function Actions({ call, row }: { call: PageCall; row: SynonymSet }) {
  const { t } = call
  const edit = new URLSearchParams({ id: row.id, words: row.words.join(', '), lang: row.lang ?? '' })
  return (
    <form method="post" class="row">
      <input type="hidden" name="id" value={row.id} />
      <a class="button small" href={`${call.url('/admin/synonyms')}?${edit}`}>
        {t('answers.synonyms.edit')}
      </a>
      <Button size="small" look="quiet" name="action" value="remove">
        {t('answers.synonyms.remove')}
      </Button>
    </form>
  )
}

function Proposals({ call, proposals }: { call: PageCall; proposals: Proposal[] }) {
  const { t } = call
  return (
    <section class="stack">
      <h2>{t('answers.proposals.title')}</h2>
      <p class="muted">{t('answers.proposals.lead')}</p>
      <DataTable
        caption={t('answers.proposals.title')}
        hideCaption
        rows={proposals}
        rowKey={(row) => row.id}
        columns={[
          {
            title: t('answers.proposals.words'),
            head: true,
            cell: (row) => <span lang={row.lang}>{row.words.join(' · ')}</span>,
          },
          {
            title: t('answers.proposals.from'),
            cell: (row) => (
              <span lang={row.lang}>
                {row.failed} → {row.succeeded}
              </span>
            ),
          },
          { title: t('answers.missing.times'), kind: 'number', cell: (row) => call.format.number(row.times) },
          {
            title: t('answers.missing.actions'),
            kind: 'actions',
            cell: (row) => (
              <form method="post" class="row">
                <input type="hidden" name="proposal" value={row.id} />
                <input type="hidden" name="words" value={row.words.join(', ')} />
                <input type="hidden" name="lang" value={row.lang} />
                <Button size="small" name="action" value="save">
                  {t('answers.proposals.accept')}
                </Button>
                <Button size="small" look="quiet" name="action" value="dismiss">
                  {t('answers.proposals.dismiss')}
                </Button>
              </form>
            ),
          },
        ]}
      />
    </section>
  )
}

function nameOf({ t }: PageCall, lang: SynonymSet['lang']): string {
  return lang ? t(`answers.language.${lang}`) : t('answers.synonyms.everyLanguage')
}
