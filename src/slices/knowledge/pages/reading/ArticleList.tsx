import type { z } from 'zod'
import { LangLabel } from '../../../../ui/components/LangFragment.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { ArticleItem } from '../../views.ts'

interface ArticleListProps {
  call: PageCall
  articles: readonly z.output<typeof ArticleItem>[]
  /** Says when each was published, as news do. */
  dated?: boolean
}

/** Articles one below the other, with what each is about. */
export function ArticleList({ call, articles, dated }: ArticleListProps) {
  const { t, lang, format } = call
  return (
    <div class="results">
      {articles.map((article) => {
        const foreign = article.lang === lang ? undefined : article.lang
        return (
          <article class="result" key={article.id}>
            <p class="meta">
              <Tag>{t(`knowledge.kind.${article.kind}`)}</Tag>
              {dated && <time dateTime={article.firstPublishedAt}>{format.day(article.firstPublishedAt)}</time>}
              <LangLabel t={t} page={lang} lang={article.lang} />
            </p>
            <h2>
              <a href={call.url(`/articles/${article.slug}`)} lang={foreign}>
                {article.title}
              </a>
            </h2>
            {article.summary && <p lang={foreign}>{article.summary}</p>}
          </article>
        )
      })}
    </div>
  )
}
