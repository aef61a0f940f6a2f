import { Graph, layout, type NodeLabel } from '@dagrejs/dagre'
import type { Direction, GraphNode, GraphWay } from './graph.ts'

interface Point {
  x: number
  y: number
}

/** A box with its place, in pixels; `x` and `y` are its middle. */
export interface PlacedNode extends GraphNode, Point {
  width: number
  height: number
}

/** An arrow as points of a line, with the middle of its label. */
export interface PlacedWay extends GraphWay {
  points: Point[]
  at: Point
}

export interface PlacedGraph {
  width: number
  height: number
  nodes: PlacedNode[]
  ways: PlacedWay[]
}

export const BOX = { width: 188, line: 17, figure: 18, padding: 24 }
const LETTER = 6.4
const MARGIN = 20

/**
 * Places boxes in layers, each behind everything that leads to it, with room for the labels of arrows (dagre). The same on the server and
 * in the browser, so that nothing moves when the picture wakes.
 */
export function place(
  nodes: readonly GraphNode[],
  ways: readonly GraphWay[],
  direction: Direction = 'down',
): PlacedGraph {
  const graph = new Graph({ multigraph: true })
  const isDown = direction === 'down'
  graph.setGraph({
    rankdir: isDown ? 'TB' : 'LR',
    nodesep: isDown ? 28 : 20,
    ranksep: isDown ? 50 : 44,
    edgesep: 16,
    marginx: MARGIN,
    marginy: MARGIN,
  })
  const known = new Set(nodes.map(({ id }) => id))
  for (const node of nodes) graph.setNode(node.id, { width: BOX.width, height: heightOf(node) })
  const drawn = ways.filter(({ from, to }) => known.has(from) && known.has(to))
  for (const { from, to, by, label } of drawn)
    graph.setEdge(
      from,
      to,
      { width: label ? label.length * LETTER + 10 : 0, height: label ? 16 : 0, labelpos: 'c' },
      by,
    )
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width: Math.ceil(Number.isFinite(width) ? width : 0),
    height: Math.ceil(Number.isFinite(height) ? height : 0),
    nodes: nodes.map((node) => {
      const at = graph.node(node.id)
      return { ...node, width: BOX.width, height: heightOf(node), x: Math.round(at.x), y: Math.round(at.y) }
    }),
    ways: drawn.map((way) => {
      const edge = graph.edge(way.from, way.to, way.by)
      const points = docked(edge.points.map(rounded), graph.node(way.from), graph.node(way.to), isDown)
      return { ...way, points, at: way.label ? rounded(edge) : (points[0] as Point) }
    }),
  }
}

/** An arrow that leads on leaves a box in the middle of its far side and comes to the next in the middle of its near one. */
function docked(points: Point[], from: NodeLabel, to: NodeLabel, isDown: boolean): Point[] {
  const [a, b] = [rounded(from), rounded(to)]
  const [begin, end] = isDown
    ? [
        { x: a.x, y: a.y + from.height / 2 },
        { x: b.x, y: b.y - to.height / 2 },
      ]
    : [
        { x: a.x + from.width / 2, y: a.y },
        { x: b.x - to.width / 2, y: b.y },
      ]
  return (isDown ? begin.y < end.y : begin.x < end.x) ? [begin, ...points.slice(1, -1), end] : points
}

function heightOf({ lines, figure, alarm }: GraphNode): number {
  return BOX.padding + lines.length * BOX.line + (figure || alarm ? BOX.figure : 0)
}

function rounded({ x, y }: { x?: number; y?: number }): Point {
  return { x: Math.round(x ?? 0), y: Math.round(y ?? 0) }
}

/** What is shown while some boxes are folded: everything that is reached without passing through one of them. */
export function unfolded(
  nodes: readonly GraphNode[],
  ways: readonly GraphWay[],
  folded: ReadonlySet<string>,
): { nodes: GraphNode[]; ways: GraphWay[] } {
  if (folded.size === 0) return { nodes: [...nodes], ways: [...ways] }
  const out = Map.groupBy(ways, ({ from }) => from)
  const walk = (from: string, seen: Set<string>, closed: ReadonlySet<string>) => {
    const open = [from]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      if (!closed.has(at)) for (const { to } of out.get(at) ?? []) open.push(to)
    }
  }
  const led = new Set(ways.map(({ to }) => to))
  const reached = new Set<string>()
  const seen = new Set<string>()
  // What nothing leads to comes first; circles that nothing leads to begin with their first box.
  for (const { id } of [...nodes.filter((node) => !led.has(node.id)), ...nodes]) {
    if (reached.has(id)) continue
    walk(id, reached, new Set())
    walk(id, seen, folded)
  }
  const shown = nodes.filter(({ id }) => seen.has(id))
  return { nodes: shown, ways: ways.filter(({ from, to }) => seen.has(from) && seen.has(to) && !folded.has(from)) }
}

/** The box that one comes to from another by an arrow key: the nearest one in that direction. */
export function neighbour(nodes: readonly PlacedNode[], id: string, key: string): PlacedNode | undefined {
  const from = nodes.find((node) => node.id === id)
  const [dx, dy] = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key] ?? []
  if (!from || dx === undefined || dy === undefined) return undefined
  let best: { node: PlacedNode; far: number } | undefined
  for (const node of nodes) {
    const along = (node.x - from.x) * dx + (node.y - from.y) * dy
    const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx)
    if (node.id === id || along <= 0) continue
    const far = along + aside * 2
    if (!best || far < best.far) best = { node, far }
  }
  return best?.node
}
