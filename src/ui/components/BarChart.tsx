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

const ROW = 34

/** Bars to compare, with the table of the same figures. Attributes only, no styles: the security policy forbids them. */
export function BarChart({ t, caption, valueTitle, labelTitle, bars }: BarChartProps) {
  const most = Math.max(...bars.map((bar) => bar.value), 0) || 1
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <svg viewBox={`0 0 640 ${bars.length * ROW}`} role="img" aria-label={caption}>
        {bars.map((bar, index) => {
          const y = index * ROW
          return (
            <g key={bar.label}>
              <text x={0} y={y + 21}>
                {short(bar.label)}
              </text>
              <rect class="track" x={190} y={y + 8} width={330} height={18} rx={5} />
              <rect
                class={bar.weak ? 'bar weak' : 'bar'}
                x={190}
                y={y + 8}
                width={Math.max((bar.value / most) * 330, 2)}
                height={18}
                rx={5}
              />
              <text class="value" x={532} y={y + 22}>
                {bar.text}
              </text>
            </g>
          )
        })}
      </svg>
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

function short(label: string): string {
  return label.length > 26 ? `${label.slice(0, 25)}…` : label
}
