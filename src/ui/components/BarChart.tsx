import type { Translate } from '../../kernel/text.ts'
import { Disclosure } from './Disclosure.tsx'

/** One bar. */
export interface Bar {
  label: string
  value: number
  /** The value as it is shown: "1,2 MWh". */
  text: string
  /** Set back, e.g. an estimate. */
  weak?: boolean
}

interface BarChartProps {
  t: Translate
  caption: string
  /** Heading of the table's value column. */
  valueTitle: string
  labelTitle: string
  bars: readonly Bar[]
}

/** Bars to compare, with the table of the same figures. Attributes only, no styles: the security policy forbids them. */
export function BarChart({ t, caption, valueTitle, labelTitle, bars }: BarChartProps) {
  const most = Math.max(...bars.map((bar) => bar.value), 0) || 1
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      {/* The table below says the same to those who cannot see it. */}
      <div class="bars" aria-hidden="true">
        {bars.map((bar) => (
          <div key={bar.label} class="bar-row">
            <span class="bar-label">{bar.label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="presentation">
              <rect class="track" width="100" height="10" />
              <rect class={bar.weak ? 'bar weak' : 'bar'} width={Math.max((bar.value / most) * 100, 0.6)} height="10" />
            </svg>
            <span class="bar-value">{bar.text}</span>
          </div>
        ))}
      </div>
      <Disclosure title={t('ui.chart.table')}>
        <div class="table-wrap">
          <table class="table">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{labelTitle}</th>
                <th scope="col" class="number">
                  {valueTitle}
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.label}>
                  <th scope="row">{bar.label}</th>
                  <td class="number">{bar.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Disclosure>
    </figure>
  )
}
