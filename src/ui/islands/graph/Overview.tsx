import type { ZoomTransform } from 'd3-zoom'
import type { PlacedGraph } from '../../graph/place.ts'

const LARGEST = 150

interface OverviewProps {
  graph: PlacedGraph
  view: ZoomTransform
  size: { width: number; height: number }
  goTo(x: number, y: number): void
}

/** The whole picture, small, with the part that is seen: for the pointer; the keyboard has the boxes themselves. */
export function Overview({ graph, view, size, goTo }: OverviewProps) {
  const { width, height, nodes } = graph
  const [left, top] = view.invert([0, 0])
  const [right, bottom] = view.invert([size.width, size.height])
  // A pixel more or less is nothing to look for.
  if (left < 1 && top < 1 && right > width - 1 && bottom > height - 1) return null
  const scale = LARGEST / Math.max(width, height)
  const move = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.buttons === 0) return
    const at = (event.currentTarget as SVGElement).getBoundingClientRect()
    goTo(((event.clientX - at.x) / at.width) * width, ((event.clientY - at.y) / at.height) * height)
  }
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value))
  return (
    <svg
      class="graph-overview"
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      width={Math.max(24, Math.round(width * scale))}
      height={Math.max(24, Math.round(height * scale))}
      preserveAspectRatio="none"
      onPointerDown={move}
      onPointerMove={move}
    >
      {nodes.map(({ id, shape, tone, x, y, width: wide, height: high }) => (
        <rect key={id} class={tone ?? shape} x={x - wide / 2} y={y - high / 2} width={wide} height={high} />
      ))}
      <rect
        class="seen"
        x={within(left, width)}
        y={within(top, height)}
        width={within(right, width) - within(left, width)}
        height={within(bottom, height) - within(top, height)}
      />
    </svg>
  )
}
