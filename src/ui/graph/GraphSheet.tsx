import { classes } from '../classes.ts'
import type { Direction, GraphTexts } from './graph.ts'
import { BOX, type PlacedGraph, type PlacedNode, type PlacedWay } from './place.ts'

interface SheetProps {
  graph: PlacedGraph
  /** In the browser: which boxes are folded, and how many boxes are behind each. */
  fold?: Folding | undefined
}

interface Folding {
  folded: ReadonlySet<string>
  behind: ReadonlyMap<string, number>
  direction: Direction
  texts: GraphTexts
  toggle(id: string): void
}

/** Boxes and arrows of a graph, as the contents of an SVG. */
export function GraphSheet({ graph, fold }: SheetProps) {
  return (
    <>
      {graph.ways.map((way) => (
        <Way key={`${way.from} ${way.to} ${way.by}`} way={way} />
      ))}
      {graph.nodes.map((node) => (
        <Box key={node.id} node={node} />
      ))}
      {fold && graph.nodes.map((node) => <Fold key={node.id} node={node} fold={fold} />)}
    </>
  )
}

function Way({ way: { points, label, at, share } }: { way: PlacedWay }) {
  return (
    <g class={classes('graph-way', share === 0 && 'unused')}>
      <path
        d={line(points)}
        stroke-width={share === undefined ? 1.25 : 1 + Math.round(Math.sqrt(share) * 50) / 10}
        marker-end="url(#graph-arrow)"
      />
      {label && (
        <text x={at.x} y={at.y + 4}>
          {label}
        </text>
      )}
    </g>
  )
}

/** A line through the middles of its stretches, rounded at their ends. */
function line(points: PlacedWay['points']): string {
  const [first, ...rest] = points
  if (!first) return ''
  const last = rest.pop() ?? first
  const bends = rest.map((point, n) => {
    const next = rest[n + 1] ?? last
    return `Q${point.x} ${point.y} ${Math.round((point.x + next.x) / 2)} ${Math.round((point.y + next.y) / 2)}`
  })
  return [`M${first.x} ${first.y}`, ...bends, `L${last.x} ${last.y}`].join(' ')
}

function Box({ node }: { node: PlacedNode }) {
  const { id, lines, href, shape, tone, figure, alarm, said, x, y, width, height } = node
  const top = y - height / 2
  return (
    <a href={href} class={classes('graph-box', shape, tone)} data-node={id}>
      <title>{said}</title>
      <rect
        x={x - width / 2}
        y={top}
        width={width}
        height={height}
        rx={shape === 'end' ? Math.min(22, height / 2) : shape === 'decision' ? 2 : 8}
      />
      {lines.map((text, n) => (
        <text key={text} x={x} y={top + 25 + n * BOX.line}>
          {text}
        </text>
      ))}
      {(figure || alarm) && (
        <text class="graph-figure" x={x} y={top + height - 11}>
          {figure}
          {alarm && <tspan class="alarm">{figure ? ` · ${alarm}` : alarm}</tspan>}
        </text>
      )}
    </a>
  )
}

function Fold({ node, fold }: { node: PlacedNode; fold: Folding }) {
  const { folded, behind, direction, texts, toggle } = fold
  const count = behind.get(node.id) ?? 0
  const isFolded = folded.has(node.id)
  if (count === 0) return null
  const x = direction === 'down' ? node.x : node.x + node.width / 2 + 16
  const y = direction === 'down' ? node.y + node.height / 2 + 16 : node.y
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button inside an SVG
    <g
      class="graph-fold"
      role="button"
      tabindex={0}
      data-fold={node.id}
      aria-expanded={!isFolded}
      aria-label={`${isFolded ? texts.unfold : texts.fold}: ${node.lines.join(' ')}`}
      onClick={() => toggle(node.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        toggle(node.id)
      }}
    >
      <circle cx={x} cy={y} r={16} />
      <circle class="dot" cx={x} cy={y} r={isFolded ? 13 : 9} />
      <text x={x} y={y + 4}>
        {isFolded ? `+${count}` : '−'}
      </text>
    </g>
  )
}
