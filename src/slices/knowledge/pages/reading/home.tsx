import type { z } from 'zod'
import { LinkButton } from '../../../../ui/components/Button.tsx'
import { Icon, iconOf } from '../../../../ui/components/Icon.tsx'
import { LangFragment } from '../../../../ui/components/LangFragment.tsx'
import { LinkList } from '../../../../ui/components/LinkList.tsx'
import { SearchField } from '../../../../ui/components/SearchField.tsx'
import { SearchSuggest } from '../../../../ui/components/SearchSuggest.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { Tile, Tiles } from '../../../../ui/components/Tile.tsx'
import { definePage, type PageCall } from '../../../../ui/page.ts'
import { listArticles } from '../../operations/list-articles.ts'
import { listCategories } from '../../operations/list-categories.ts'
import { readHome } from '../../operations/read-home.ts'
import type { ArticleItem, CategoryItem } from '../../views.ts'
import { feedOf } from './feed-address.ts'

type Home = z.output<typeof readHome.output>

export const homePage = definePage({
  path: '/',
  cache: true,
  async get(call) {
    const { t, portal } = call
    const home = await call.run(readHome, {})
    const { items: news } = await call.run(listArticles, { kind: 'news', limit: 3 })
    const tiles = home.tiles.length > 0 ? home.tiles : await categoryTiles(call)
    const popular = home.popular.length > 0 ? home.popular : await newestLinks(call)
    return {
      title: portal.name,
      description: home.lead,
      feeds: [feedOf(call)],
      structuredData: [searchAction(call)],
      view: (
        <>
          <Hero call={call} home={home} />
          {tiles.length > 0 && (
            <section class="section">
              <h2>{t('knowledge.reading.doNow')}</h2>
              <Tiles compact>
                {tiles.map(({ icon, title, note, path }) => (
                  <Tile key={path + title} icon={iconOf(icon)} title={title} note={note} href={call.url(path)} />
                ))}
              </Tiles>
            </section>
          )}
          {home.attention.length > 0 && <Important call={call} waiting={home.attention} />}
          <div class="columns even section">
            {popular.length > 0 && (
              <section>
                <h2>{t('knowledge.reading.popular')}</h2>
                <LinkList links={popular.map(({ text, path }) => ({ label: text, href: call.url(path) }))} />
              </section>
            )}
            {news.length > 0 ? (
              <News call={call} news={news} />
            ) : (
              <Newest call={call} links={await newestLinks(call)} />
            )}
          </div>
        </>
      ),
    }
  },
})

function Hero({ call, home }: { call: PageCall; home: Home }) {
  const { t } = call
  return (
    <section class="hero">
      <h1>
        {greeting(call)} {home.greeting || t('knowledge.reading.askUs')}
      </h1>
      <p class="lead">{home.lead || t('knowledge.reading.askLead')}</p>
      <SearchField t={t} action={call.url('/search')} placeholder={home.placeholder || undefined} hero>
        <SearchSuggest t={t} lang={call.lang} portal={call.portal} action={call.url('/search')} />
      </SearchField>
      {home.asked.length > 0 && (
        <p class="pills">
          <span class="small muted">{t('knowledge.reading.askedOften')}</span>
          {home.asked.map(({ text, path }) => (
            <a class="pill" key={path} href={call.url(path)}>
              {text}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}

/** What of one's own is waiting, the promise first. */
function Important({ call, waiting }: { call: PageCall; waiting: Home['attention'] }) {
  const { t, format } = call
  return (
    <section class="section">
      <h2>{t('knowledge.reading.important')}</h2>
      <div class="stack tight">
        {waiting.map(({ title, label, tone, note, path, action }) => (
          <div class="card" key={path}>
            <div class="with-action">
              <div class="stack tight">
                <span class="tags">
                  <Tag tone={tone} icon="clock">
                    {label}
                  </Tag>
                </span>
                <h3 class="card-title">{title}</h3>
                <p class="small muted">
                  {note.kind === 'promised'
                    ? t('knowledge.reading.promised', { day: format.day(note.at) })
                    : t('knowledge.reading.lastChange', { ago: format.ago(note.at, call.now) })}
                </p>
              </div>
              <LinkButton href={call.url(path)}>{action ?? t('knowledge.reading.follow')}</LinkButton>
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}

function News({ call, news }: { call: PageCall; news: z.output<typeof ArticleItem>[] }) {
  const { t, format, lang } = call
  return (
    <section>
      <h2>{t('knowledge.reading.news')}</h2>
      <LinkList
        links={news.map((one) => ({
          href: call.url(`/articles/${one.slug}`),
          label: (
            <LangFragment t={t} page={lang} lang={one.lang}>
              {one.title}
            </LangFragment>
          ),
          hint: format.dayShort(one.firstPublishedAt),
        }))}
      />
      <p class="after-list">
        <a href={call.url('/news')}>{t('knowledge.reading.allNews')}</a>
        <a class="with-icon" href={feedOf(call).href}>
          <Icon name="rss" /> {t('knowledge.reading.subscribe')}
        </a>
      </p>
    </section>
  )
}

/** Where there is no news: what was published last. */
function Newest({ call, links }: { call: PageCall; links: Home['popular'] }) {
  if (links.length === 0) return null
  return (
    <section>
      <h2>{call.t('knowledge.reading.newest')}</h2>
      <LinkList links={links.map(({ text, path }) => ({ label: text, href: call.url(path) }))} />
    </section>
  )
}

/** "Guten Abend, Elif Yıldız." by the hour in the installation's time zone. */
function greeting({ t, format, now, actor }: PageCall): string {
  const hour = format.hour(now)
  const part = hour < 5 ? 'night' : hour < 11 ? 'morning' : hour < 18 ? 'day' : hour < 22 ? 'evening' : 'night'
  return actor.name
    ? t(`knowledge.reading.greetName.${part}`, { name: actor.name })
    : t(`knowledge.reading.greet.${part}`)
}

/** What a portal shows that nobody has furnished yet: its topics … */
async function categoryTiles(call: PageCall) {
  const { items } = await call.run(listCategories, {})
  return items
    .filter((one: z.output<typeof CategoryItem>) => one.parentId === null)
    .slice(0, 8)
    .map((one) => ({ icon: one.icon, title: one.title, note: one.description, path: `/help/category/${one.slug}` }))
}

/** … and what was published last. */
async function newestLinks(call: PageCall) {
  const { items } = await call.run(listArticles, { limit: 6 })
  return items.map((one) => ({ text: one.title, path: `/articles/${one.slug}` }))
}

/** Lets search engines offer the portal's own search. */
function searchAction(call: PageCall): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: call.portal.name,
    url: call.origin + call.url('/'),
    inLanguage: call.lang,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${call.origin}${call.url('/search')}?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  }
}
