import { Breadcrumbs } from '../components/Breadcrumbs.tsx'
import { Disclosure } from '../components/Disclosure.tsx'
import { FilterList } from '../components/FilterList.tsx'
import { LinkList } from '../components/LinkList.tsx'
import { Pagination } from '../components/Pagination.tsx'
import { Steps } from '../components/Steps.tsx'
import { Tabs } from '../components/Tabs.tsx'
import { Tile, Tiles } from '../components/Tile.tsx'
import { Specimen } from './Specimen.tsx'
import type { GuideProps } from './Styleguide.tsx'

/** Ways through the portal. */
export function NavigationSpecimens({ t, sample, format }: GuideProps) {
  return (
    <>
      <Specimen title="Breadcrumbs" code="<Breadcrumbs t={t} items={…} />">
        <Breadcrumbs
          t={t}
          items={[
            { label: sample.short, href: '#navigation' },
            { label: sample.word, href: '#lists' },
            { label: sample.long },
          ]}
        />
      </Specimen>
      <Specimen title="Tabs" code="<Tabs label={…} tabs={…} />">
        <Tabs
          label={`${sample.short} 1`}
          tabs={[
            { label: sample.short, href: '#navigation', current: true, count: 12 },
            { label: sample.word, href: '#lists', icon: 'history' },
            { label: sample.question, href: '#figures' },
          ]}
        />
      </Specimen>
      <Specimen title="Steps" code="<Steps t={t} label={…} steps={…} />">
        <Steps
          t={t}
          label={sample.short}
          steps={[
            { title: sample.short, note: format.dayShort('2026-11-19T12:00:00Z'), state: 'done' },
            { title: sample.word, note: format.dayShort('2026-11-20T12:00:00Z'), state: 'current' },
            { title: sample.question, state: 'ahead' },
          ]}
        />
      </Specimen>
      <Specimen title="Tiles" code={'<Tiles compact><Tile href={…} icon="gauge" title={…} note={…} /></Tiles>'}>
        <Tiles compact>
          <Tile href="#navigation" icon="gauge" title={sample.short} note={format.day('2026-11-30T12:00:00Z')} />
          <Tile href="#lists" icon="receipt-text" title={sample.word} note={sample.sentence} />
          <Tile href="#figures" icon="plug-zap" title={sample.question} />
        </Tiles>
      </Specimen>
      <Specimen title="LinkList" code="<LinkList links={…} />">
        <LinkList
          links={[
            { href: '#navigation', label: sample.question },
            { href: '#lists', label: sample.long, hint: sample.sentence },
          ]}
        />
      </Specimen>
      <Specimen title="FilterList" code="<FilterList t={t} groups={…} />">
        <FilterList
          t={t}
          groups={[
            {
              title: sample.short,
              filters: [
                { label: sample.short, count: 128, href: '#navigation', on: true },
                { label: sample.word, count: 7, href: '#lists' },
              ],
            },
          ]}
        />
      </Specimen>
      <Specimen title="Disclosure" code="<Disclosure title={…}>…</Disclosure>">
        <div>
          <Disclosure title={sample.question}>
            <p>{sample.paragraph}</p>
          </Disclosure>
          <Disclosure title={sample.long} open>
            <p>{sample.paragraph}</p>
          </Disclosure>
        </div>
      </Specimen>
      <Specimen title="Pagination" code="<Pagination t={t} previous={…} next={…} summary={…} />">
        <Pagination
          t={t}
          previous="#navigation"
          next="#lists"
          summary={`${format.number(20)} / ${format.number(1318)}`}
        />
      </Specimen>
    </>
  )
}
