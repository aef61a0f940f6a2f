import { BarChart } from '../components/BarChart.tsx'
import { DateTime } from '../components/DateTime.tsx'
import { ProgressBar } from '../components/ProgressBar.tsx'
import { Graph } from '../graph/Graph.tsx'
import { Specimen } from './Specimen.tsx'
import type { GuideProps } from './Styleguide.tsx'

/** Figures, amounts, dates: in the reader's format, every chart with its table. */
export function FigureSpecimens({ t, sample, format, now }: GuideProps) {
  return (
    <>
      <Specimen title="BarChart" code="<BarChart t={t} caption={…} labelTitle={…} valueTitle={…} bars={…} />">
        <BarChart
          t={t}
          caption={sample.question}
          labelTitle={sample.short}
          valueTitle="kWh"
          bars={[2310, 2184, 1985, 760].map((value, index) => ({
            label: index === 1 ? sample.word : String(2023 + index),
            value,
            text: `${format.number(value)} kWh`,
            weak: index === 3,
          }))}
        />
      </Specimen>
      <Specimen title="Graph" code="<Graph t={t} label={…} title={…} nodes={…} ways={…} />">
        <Graph
          t={t}
          label={sample.sentence}
          title={sample.short}
          nodes={[
            {
              ...{ id: 'a', lines: [sample.question.slice(0, 26)], said: sample.question, href: '#figures' },
              ...{ shape: 'step', tone: 'start', figure: format.number(412) },
            },
            { id: 'b', lines: [sample.short], said: sample.short, href: '#figures', shape: 'decision', figure: '121' },
            {
              ...{ id: 'c', lines: [sample.word.slice(0, 24)], said: sample.word, href: '#figures', shape: 'step' },
              ...{ tone: 'bad', figure: format.number(268), alarm: `−${format.percent(0.34)}` },
            },
            { id: 'd', lines: [sample.short], said: sample.short, href: '#figures', shape: 'end' },
          ]}
          ways={[
            { from: 'a', to: 'b', by: 'yes', label: t('ui.form.yes'), share: 0.29 },
            { from: 'a', to: 'c', by: 'no', label: t('ui.form.no'), share: 0.65 },
            { from: 'b', to: 'd', by: 'yes', label: '', share: 0.2 },
            { from: 'c', to: 'd', by: 'next', label: '', share: 0 },
          ]}
        />
      </Specimen>
      <Specimen title="ProgressBar" code="<ProgressBar label={…} value={38} max={120} text={…} />">
        <ProgressBar label={sample.short} value={38} max={120} text={`${format.number(38)} / ${format.number(120)}`} />
      </Specimen>
      <Specimen title="DateTime, figures" code={'<DateTime format={call.format} at={…} as="moment" />'}>
        <p>
          <DateTime format={format} at={now} as="moment" /> · <DateTime format={format} at={now} as="dayShort" /> ·{' '}
          <DateTime format={format} at={now} as="ago" />
        </p>
        <p class="figure-big">{format.money({ cents: 1_234_567, currency: 'EUR' })}</p>
        <p>
          {format.percent(0.384)} · {format.bytes(1_234_567)} · {format.number(1_234_567)}
        </p>
      </Specimen>
    </>
  )
}
