import type { z } from 'zod'
import { LinkButton } from '../../../../ui/components/Button.tsx'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { LangFragment } from '../../../../ui/components/LangFragment.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Prose } from '../../../../ui/components/Prose.tsx'
import { definePage, type PageCall } from '../../../../ui/page.ts'
import { readDocument } from '../operations/read-document.ts'
import { splitMarked } from './split-marked.ts'

type Document = z.output<typeof readDocument.output>

/** A document in the browser, at the page that was found: its text with the words marked, and the original opened at that page. */
export const documentPage = definePage({
  path: '/documents/:id',
  cache: true,
  shared: ['page', 'q'],
  async get(call) {
    const document = await call.run(readDocument, { id: call.params['id'] ?? '', page: call.query['page'] ?? 1 })
    const { t } = call
    const number = document.page?.number ?? 1
    const at = (page: number) =>
      `${call.url(`/documents/${document.id}`)}?${new URLSearchParams({ ...(call.query['q'] ? { q: call.query['q'] } : {}), page: String(page) })}`
    return {
      title: number > 1 ? `${document.title}, ${placeOf(call, document, number)}` : document.title,
      description: document.description,
      question: document.title,
      breadcrumbs: [
        { label: call.portal.name, href: call.url('/') },
        { label: t('knowledge.documents.help'), href: call.url('/help') },
        { label: document.title },
      ],
      view: (
        <article class="stack">
          <PageHead
            title={
              <LangFragment t={t} lang={document.lang} page={call.lang}>
                {document.title}
              </LangFragment>
            }
            lead={document.description}
            actions={
              <LinkButton look="primary" icon="file-text" href={original(document, number)}>
                {document.isPaged ? t('knowledge.documents.openAt', { page: number }) : t('knowledge.documents.open')}
              </LinkButton>
            }
          />
          {document.page ? (
            <>
              <h2>
                {placeOf(call, document, number)}
                {document.page.heading && (
                  <>
                    {' '}
                    · <span lang={document.lang}>{document.page.heading}</span>
                  </>
                )}
              </h2>
              <Prose lang={document.lang}>
                {document.page.text.split('\n').map((paragraph, index) => (
                  <p key={index}>
                    {splitMarked(paragraph, call.query['q'] ?? '').map((part, n) =>
                      part.isMarked ? <mark key={n}>{part.text}</mark> : part.text,
                    )}
                  </p>
                ))}
              </Prose>
              <Pagination
                t={t}
                previous={number > 1 ? at(number - 1) : null}
                next={number < document.pageCount ? at(number + 1) : null}
              />
            </>
          ) : (
            <EmptyState
              icon="file-text"
              title={t(document.state === 'waiting' ? 'knowledge.documents.waiting' : 'knowledge.documents.noText')}
            >
              {t('knowledge.documents.noTextHint')}
            </EmptyState>
          )}
          {document.contents.length > 1 && (
            <nav aria-labelledby="document-contents">
              <h2 id="document-contents">{t('knowledge.documents.contents')}</h2>
              <ul class="links" lang={document.lang}>
                {document.contents.map((entry) => (
                  <li key={entry.number}>
                    <a href={at(entry.number)} aria-current={entry.number === number ? 'true' : undefined}>
                      {entry.heading} <small>{placeOf(call, document, entry.number)}</small>
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <DescriptionList
            facts={[
              { term: t('knowledge.documents.file'), value: <a href={original(document, 1)}>{document.fileName}</a> },
              { term: t('knowledge.documents.size'), value: call.format.bytes(document.fileSize) },
              ...(document.isPaged
                ? [{ term: t('knowledge.documents.pages'), value: call.format.number(document.pageCount) }]
                : []),
            ]}
          />
        </article>
      ),
    }
  },
})

function original(document: Document, page: number): string {
  const address = `/files/${document.fileId}/${encodeURIComponent(document.fileName)}`
  return document.isPaged && document.fileType === 'application/pdf' ? `${address}#page=${page}` : address
}

function placeOf({ t }: PageCall, document: Document, number: number): string {
  return document.isPaged
    ? t('knowledge.documents.page', { page: number, count: document.pageCount })
    : t('knowledge.documents.section', { page: number, count: document.pageCount })
}
