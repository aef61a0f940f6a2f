import type { z } from 'zod'
import type { TextKey } from '../../../kernel/text.ts'
import { BarChart } from '../../../ui/components/BarChart.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import { definePage, type PageCall } from '../../../ui/page.ts'
import { explainRank } from '../operations/explain.ts'

export const explainPage = definePage({
  path: '/admin/search',
  layout: 'admin',
  requires: 'answers.manage',
  async get(call) {
    const { t, query, format } = call
    const q = query['q'] ?? ''
    const why = await call.run(explainRank, { q, id: query['id'] ?? '' })
    const figure = (value: number) => format.number(Math.round(value * 100) / 100)
    return {
      title: t('answers.explain.title'),
      breadcrumbs: [
        { label: t('answers.search.title'), href: `${call.url('/search')}?q=${encodeURIComponent(q)}` },
        { label: t('answers.explain.title') },
      ],
      view: (
        <div class="stack loose">
          <PageHead
            title={t('answers.explain.title')}
            lead={t('answers.explain.lead', { title: why.title, question: q })}
          />
          <DescriptionList
            facts={[
              {
                term: t('answers.explain.rank'),
                value: why.rank === null ? t('answers.explain.notFound') : format.number(why.rank),
              },
              { term: t('answers.explain.score'), value: figure(why.score) },
              { term: t('answers.explain.confidence'), value: format.percent(why.confidence) },
              ...listFacts(call, why.lists),
            ]}
          />
          <BarChart
            t={t}
            caption={t('answers.explain.parts')}
            labelTitle={t('answers.explain.part')}
            valueTitle={t('answers.explain.points')}
            bars={why.parts.map(({ name, value }) => ({
              label: partName(call, name),
              value: Math.max(value, 0),
              text: figure(value),
            }))}
          />
          {why.experience && (
            <DescriptionList
              facts={[
                {
                  term: t('answers.explain.experience.readers'),
                  value: t('answers.explain.experience.readersValue', {
                    helped: Math.round(why.experience.readers.helped),
                    needed: Math.round(why.experience.readers.needed),
                  }),
                },
                ...why.experience.words.map(({ word, helped, failed }) => ({
                  term: t('answers.explain.experience.word', { word }),
                  value: t('answers.explain.experience.wordValue', {
                    helped: Math.round(helped),
                    failed: Math.round(failed),
                  }),
                })),
              ]}
            />
          )}
          <DataTable
            caption={t('answers.explain.words')}
            rows={why.words}
            rowKey={(row) => row.word}
            columns={[
              { title: t('answers.explain.word'), head: true, cell: (row) => row.word },
              {
                title: t('answers.explain.readAs'),
                cell: (row) => (
                  <span class="tags">
                    {row.matched.slice(0, 8).map(({ form, how }) => (
                      <Tag key={form + how}>
                        {form} · {t(`answers.explain.how.${how}` as TextKey)}
                      </Tag>
                    ))}
                  </span>
                ),
              },
              { title: t('answers.explain.points'), kind: 'number', cell: (row) => figure(row.score) },
            ]}
          />
        </div>
      ),
    }
  },
})

/** When the list is made of two: where it stands by words, and where by meaning. */
function listFacts({ t, format }: PageCall, lists: z.output<typeof explainRank.output>['lists']) {
  if (!lists) return []
  const { words, meaning, closeness = 0 } = lists
  return [
    {
      term: t('answers.explain.byWords'),
      value: words === undefined ? t('answers.explain.notInList') : format.number(words),
    },
    {
      term: t('answers.explain.byMeaning'),
      value:
        meaning === undefined
          ? t('answers.explain.notInList')
          : t('answers.explain.byMeaningValue', { place: meaning, closeness: format.percent(closeness) }),
    },
  ]
}

/** Parts of the score as the engine names them, in the reader's words where there are some. */
function partName({ t }: PageCall, name: string): string {
  const key = `answers.explain.part.${name}`
  const text = t(key as TextKey)
  return text === key ? name : text
}
