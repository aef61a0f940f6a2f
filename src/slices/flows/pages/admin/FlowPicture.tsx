import type { TextKey } from '../../../../kernel/text.ts'
import { Island } from '../../../../ui/island.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { DraftView } from '../../draft-view.ts'
import { figuresOf, type StepFigures } from '../../figures.ts'
import { type Arrow, type Box, pictureOf } from '../../picture.ts'
import { stepUrl } from './addresses.ts'

/** The tree as a picture: every box leads to its step. It says what the outline says, for those who would rather look. */
export function FlowPicture({ call, draft }: { call: PageCall; draft: DraftView }) {
  const { t } = call
  const { definition } = draft
  const { width, height, boxes, arrows } = pictureOf(definition, call.lang, (by) => t(`flows.by.${by}` as TextKey))
  const ends = new Set(definition.steps.flatMap(({ id, kind }) => (kind === 'end' ? [id] : [])))
  const figures = figuresOf(draft.moves, ends)
  const wrong = new Set(draft.problems.map(({ step }) => step))
  return (
    <Island
      name="flow-picture"
      props={{
        texts: {
          larger: t('flows.picture.larger'),
          smaller: t('flows.picture.smaller'),
          whole: t('flows.picture.whole'),
        },
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide content that scrolls must be reachable by keyboard */}
      <section class="flow-map" aria-label={t('flows.picture.label')} tabIndex={0}>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
          <title>{t('flows.picture.title')}</title>
          <defs>
            <marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {arrows.map((arrow) => (
            <ArrowShape key={`${arrow.from} ${arrow.by}`} arrow={arrow} />
          ))}
          {boxes.map((box) => (
            <BoxShape
              key={box.id}
              call={call}
              draft={draft}
              box={box}
              figures={figures.get(box.id)}
              isWrong={wrong.has(box.id)}
            />
          ))}
        </svg>
      </section>
    </Island>
  )
}

function ArrowShape({ arrow: { points, label, at } }: { arrow: Arrow }) {
  const path = points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')
  return (
    <g class="flow-arrow">
      <path d={path} marker-end="url(#flow-arrow)" />
      {label && (
        <text x={at.x} y={at.y} dy="4">
          {label}
        </text>
      )}
    </g>
  )
}

interface BoxProps {
  call: PageCall
  draft: DraftView
  box: Box
  figures: StepFigures | undefined
  isWrong: boolean
}

function BoxShape({ call, draft, box, figures, isWrong }: BoxProps) {
  const { t, format } = call
  const { id, kind, lines, x, y, width, height, isStart } = box
  const share = figures && figures.came > 0 ? figures.left / figures.came : 0
  const said = [
    figures && figures.came > 0 && t('flows.figures.came', { count: figures.came }),
    share >= 0.01 && figures && t('flows.figures.left', { count: figures.left, share: format.percent(share) }),
  ].filter(Boolean)
  return (
    <a
      href={stepUrl(call, draft.key, id)}
      class={`flow-box ${kind}${isWrong ? ' wrong' : ''}${isStart ? ' start' : ''}`}
      data-step={id}
    >
      <title>{[lines.join(' '), t(`flows.kind.${kind}`), ...said].join(' · ')}</title>
      <rect x={x} y={y} width={width} height={height} rx={kind === 'end' ? height / 2 : kind === 'check' ? 2 : 8} />
      {lines.map((line, n) => (
        <text key={line} x={x + width / 2} y={y + 22 + n * 17}>
          {line}
        </text>
      ))}
      {figures && figures.came > 0 && (
        <text class="flow-figure" x={x + width / 2} y={y + height + 13}>
          {format.number(figures.came)}
          {share >= 0.01 && <tspan class={share >= 0.15 ? 'much' : undefined}> · −{format.percent(share)}</tspan>}
        </text>
      )}
    </a>
  )
}
