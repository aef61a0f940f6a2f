import { Button } from '../../../../ui/components/Button.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { findArticles } from '../../operations/find-articles.ts'
import { readForEditing } from '../../operations/read-for-editing.ts'
import { saveVersion } from '../../operations/save-version.ts'
import { EDITED, EditedHead, EditedTabs, editedPage, idOf } from './service.tsx'
import type { Edited } from './service-part.ts'

/** Articles that stand beside a service: chosen ones first, the rest the search finds. */
export const serviceArticlesPage = definePage({
  path: `${EDITED}/:id/articles`,
  layout: 'admin',
  requires: 'signed-in',
  async get(call) {
    const { t, query } = call
    const edited: Edited = await call.run(readForEditing, { id: idOf(call) })
    const q = query['q'] ?? ''
    const found = q ? (await call.run(findArticles, { q })).items : null
    const chosen = new Set(edited.definition.related)
    return {
      ...editedPage(call, edited),
      view: (
        <>
          <EditedHead call={call} edited={edited} />
          <EditedTabs call={call} edited={edited} current="articles" />
          <p class="narrow">{t('catalogue.articles.lead')}</p>
          {edited.related.length > 0 && <List call={call} articles={edited.related} action="unrelate" />}
          <form method="get" class="card with-action">
            <TextInput t={t} name="q" value={q} label={t('catalogue.articles.find')} />
            <Button icon="search">{t('catalogue.articles.findButton')}</Button>
          </form>
          {found &&
            (found.length > 0 ? (
              <List call={call} articles={found.filter((one) => !chosen.has(one.value))} action="relate" />
            ) : (
              <EmptyState icon="search-x" title={t('catalogue.articles.none')} />
            ))}
        </>
      ),
    }
  },
  post: {
    relate: (call, fields) => change(call, (related) => [...related, fields.get('article')]),
    unrelate: (call, fields) => change(call, (related) => related.filter((one) => one !== fields.get('article'))),
  },
})

async function change(call: PageCall, to: (related: string[]) => string[]) {
  const edited: Edited = await call.run(readForEditing, { id: idOf(call) })
  const related = [...new Set(to(edited.definition.related))]
  await call.run(saveVersion, {
    id: edited.id,
    known: edited.newestVersion,
    definition: { ...edited.definition, related },
  })
  return goTo(call.url(call.path), 'catalogue.flash.saved')
}

function List({
  call,
  articles,
  action,
}: {
  call: PageCall
  articles: readonly { value: string; label: string }[]
  action: 'relate' | 'unrelate'
}) {
  const { t } = call
  return (
    <ul class="plain-list card">
      {articles.map((one) => (
        <li key={one.value}>
          <form method="post" class="row spread">
            <span>{one.label}</span>
            <input type="hidden" name="article" value={one.value} />
            <Button size="small" name="action" value={action} icon={action === 'relate' ? 'plus' : 'x'}>
              {t(`catalogue.articles.${action}`)}
              <span class="visually-hidden"> {one.label}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
