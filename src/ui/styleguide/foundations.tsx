import { Icon } from '../components/Icon.tsx'
import { ICON_NAMES } from '../icon-names.ts'
import { Specimen } from './Specimen.tsx'
import type { GuideProps } from './Styleguide.tsx'

const colours = [
  'paper',
  'sheet',
  'sunk',
  'ink',
  'ink-2',
  'line',
  'edge',
  'accent',
  'accent-strong',
  'accent-soft',
  'deep',
  'good',
  'good-soft',
  'warn',
  'warn-soft',
  'bad',
  'bad-soft',
]
const sizes = ['t-1', 't0', 't1', 't2', 't3', 't4']

/** Colours by role, the type scale, icons. */
export function FoundationSpecimens({ sample }: GuideProps) {
  return (
    <>
      <Specimen title="Colour roles" code="color: var(--ink-2); background: var(--accent-soft);">
        <div class="swatches">
          {colours.map((name) => (
            <div key={name} class={`swatch swatch-${name}`}>
              <span />
              <span>--{name}</span>
            </div>
          ))}
        </div>
      </Specimen>
      <Specimen title="Type scale" code="font-size: var(--t2); font-family: var(--read);">
        {sizes.map((name) => (
          <div key={name} class="type-line">
            <span class="muted small">--{name}</span>
            <span class={`type-${name}`}>{sample.question}</span>
          </div>
        ))}
      </Specimen>
      <Specimen title="Icons" code={'<Icon name="search" />'}>
        <ul class="icon-grid">
          {ICON_NAMES.map((name) => (
            <li key={name}>
              <Icon name={name} big />
              <span>{name}</span>
            </li>
          ))}
        </ul>
      </Specimen>
    </>
  )
}
