import { Avatar } from '../components/Avatar.tsx'
import { LinkButton } from '../components/Button.tsx'
import { Card } from '../components/Card.tsx'
import { DataTable } from '../components/DataTable.tsx'
import { DescriptionList } from '../components/DescriptionList.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Tag } from '../components/Tag.tsx'
import { Timeline } from '../components/Timeline.tsx'
import { Specimen } from './Specimen.tsx'
import type { GuideProps } from './Styleguide.tsx'

/** Cards, tables, facts, what happened. */
export function ListSpecimens({ sample, format, now }: GuideProps) {
  const rows = Array.from({ length: 6 }, (_, index) => ({
    id: String(index),
    title: index % 2 ? sample.long : sample.question,
    read: 12_843 * (index + 1),
  }))
  const table = (list: typeof rows, caption: string) => (
    <DataTable
      caption={caption}
      rows={list}
      rowKey={(row) => row.id}
      empty={
        <EmptyState level={3} title={sample.question} action={<LinkButton href="#lists">{sample.short}</LinkButton>} />
      }
      columns={[
        { title: sample.short, head: true, cell: (row) => <a href="#lists">{row.title}</a> },
        { title: 'A', cell: () => <Tag tone="good">{sample.short}</Tag> },
        {
          title: 'B',
          kind: 'number',
          cell: (row) => format.number(row.read),
          sort: { href: '#lists', direction: 'descending' },
        },
        {
          title: 'C',
          kind: 'actions',
          cell: () => (
            <LinkButton href="#lists" size="small">
              {sample.short}
            </LinkButton>
          ),
        },
      ]}
    />
  )
  return (
    <>
      <Specimen title="Card" code="<Card title={…} href={…}>…</Card>">
        <Card level={3} title={sample.short}>
          <p>{sample.paragraph}</p>
        </Card>
        <Card level={3} title={sample.question} href="#lists">
          <p class="muted">{sample.sentence}</p>
        </Card>
        <Card level={3} tone="sunk" title={sample.word} />
        <Card level={3} tone="accent" title={sample.long} />
      </Specimen>
      <Specimen title="DataTable" code="<DataTable caption={…} columns={…} rows={…} rowKey={…} empty={…} />">
        {table(rows, sample.long)}
      </Specimen>
      <Specimen title="DataTable: empty">{table([], sample.long)}</Specimen>
      <Specimen title="DescriptionList" code="<DescriptionList facts={…} />">
        <DescriptionList
          facts={[{ term: sample.short, value: 'R-24817-K' }, { term: sample.word, value: sample.long }, null]}
        />
      </Specimen>
      <Specimen title="Avatar" code="<Avatar name={…} />">
        <div class="avatars">
          <Avatar name={sample.name} />
          <Avatar name="Nils Brandt" other />
          <Avatar name="Κώστας Δήμου" />
        </div>
      </Specimen>
      <Specimen title="Timeline" code="<Timeline label={…} entries={…} />">
        <Timeline
          label={sample.short}
          entries={[
            {
              key: '1',
              kind: 'message',
              mark: { initials: 'NB' },
              head: (
                <>
                  <b>Nils Brandt</b> {format.moment(now)}
                </>
              ),
              body: sample.paragraph,
            },
            {
              key: '2',
              kind: 'event',
              mark: { icon: 'calendar-days' },
              head: <b>{sample.long}</b>,
              body: format.ago('2026-11-20T12:00:00Z', now),
            },
            { key: '3', kind: 'own', mark: { initials: 'EY' }, head: format.moment(now), body: sample.sentence },
            {
              key: '4',
              kind: 'internal',
              mark: { initials: 'PK' },
              head: <b>{sample.short}</b>,
              body: sample.sentence,
            },
          ]}
        />
      </Specimen>
    </>
  )
}
