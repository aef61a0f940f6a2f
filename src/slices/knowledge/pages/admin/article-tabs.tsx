import { Tabs } from '../../../../ui/components/Tabs.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import { addressOf } from './addresses.ts'

export type ArticleView = 'text' | 'properties' | 'history' | 'feedback'

/** The views of one article. */
export function ArticleTabs({
  call,
  id,
  lang,
  current,
}: {
  call: PageCall
  id: string
  lang: string
  current: ArticleView
}) {
  const { t } = call
  const views: [ArticleView, string][] = [
    ['text', addressOf(call, `/admin/articles/${id}`, { lang })],
    ['properties', addressOf(call, `/admin/articles/${id}/properties`, { lang })],
    ['history', addressOf(call, `/admin/articles/${id}/history`, { lang })],
    ['feedback', addressOf(call, '/admin/feedback', { article: id })],
  ]
  return (
    <Tabs
      label={t('knowledge.admin.articleViews')}
      tabs={views.map(([view, href]) => ({ href, label: t(`knowledge.admin.tab.${view}`), current: view === current }))}
    />
  )
}
