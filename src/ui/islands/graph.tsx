import { zoomIdentity } from 'd3-zoom'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { GraphFrame, GraphPicture } from '../graph/GraphFrame.tsx'
import { GraphSheet } from '../graph/GraphSheet.tsx'
import type { Direction, GraphProps } from '../graph/graph.ts'
import { neighbour, type PlacedNode, place, unfolded } from '../graph/place.ts'
import { GraphTools } from './graph/GraphTools.tsx'
import { Overview } from './graph/Overview.tsx'
import { useView, wholeScale } from './graph/use-view.ts'

/** Names are read without effort from here on; below, boxes are not folded. */
const READABLE = 0.75

/**
 * The picture of a graph, awake: moved by dragging; made larger and smaller by buttons, wheel with Ctrl, two fingers and `+` `-` `0`; walked
 * through with the arrow keys; folded branch by branch, turned, and shown as large as the screen.
 */
export default function GraphIsland({ nodes, ways, texts }: GraphProps) {
  const frame = useRef<HTMLElement>(null)
  const picture = useRef<SVGSVGElement>(null)
  const { isAwake, view, size, show, scaleBy, centre, whole } = useView(picture)
  const [direction, setDirection] = useState<Direction>('down')
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const graph = useMemo(() => {
    const shown = unfolded(nodes, ways, folded)
    return place(shown.nodes, shown.ways, direction)
  }, [folded, direction])
  const { current: height } = useRef(graph.height)
  const behind = useMemo(() => countBehind(nodes, ways), [])
  const start = graph.nodes.find(({ tone }) => tone === 'start') ?? graph.nodes[0]

  // As a whole where that can still be read; otherwise the beginning is what there is to see first.
  useEffect(() => {
    if (!isAwake) return
    if (!start || wholeScale(graph, size) >= READABLE) return whole(graph)
    const [left, top] = [(start.x - start.width / 2) * READABLE, (start.y - start.height / 2) * READABLE]
    const at =
      direction === 'down'
        ? { x: size.width / 2 - start.x * READABLE, y: 16 - top }
        : { x: 16 - left, y: size.height / 2 - start.y * READABLE }
    show(zoomIdentity.translate(at.x, at.y).scale(READABLE))
  }, [isAwake, direction])

  // The box whose branch is folded stays where it was on the screen.
  const kept = useRef<PlacedNode>(null)
  useEffect(() => {
    const node = graph.nodes.find(({ id }) => id === kept.current?.id)
    if (node && kept.current) show(view.translate(kept.current.x - node.x, kept.current.y - node.y))
    kept.current = null
  }, [folded])
  const toggle = (id: string) => {
    kept.current = graph.nodes.find((node) => node.id === id) ?? null
    const next = new Set(folded)
    if (!next.delete(id)) next.add(id)
    setFolded(next)
  }

  const bringIntoView = ({ x, y, width, height }: PlacedNode) => {
    const [left, top] = [view.applyX(x), view.applyY(y)]
    const [aside, above] = [(width * view.k) / 2 + 16, (height * view.k) / 2 + 16]
    const isSeen = left > aside && left < size.width - aside && top > above && top < size.height - above
    if (!isSeen || view.k < READABLE) centre(x, y, Math.max(view.k, READABLE))
  }
  useEffect(() => {
    const point = ({ type, target }: Event) => {
      const {
        graphNode,
        node: own,
        fold,
      } = (target as Element).closest?.<HTMLElement>('[data-graph-node], [data-node], [data-fold]')?.dataset ?? {}
      if (graphNode) {
        frame.current?.querySelector('.here')?.classList.remove('here')
        boxOf(frame.current, graphNode)?.classList.add('here')
      }
      const node = graph.nodes.find(({ id }) => id === (graphNode ?? own ?? fold))
      if (!node || type !== 'focusin') return
      bringIntoView(node)
      // The browser scrolls to what has the focus; here the picture is moved instead.
      frame.current?.scrollTo(0, 0)
    }
    document.addEventListener('focusin', point)
    document.addEventListener('mouseover', point)
    return () => {
      document.removeEventListener('focusin', point)
      document.removeEventListener('mouseover', point)
    }
  })

  const walk = (from: string | undefined, key: string) => {
    const next = from === undefined ? start : neighbour(graph.nodes, from, key)
    if (!next) return
    boxOf(frame.current, next.id)?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (key === '+') scaleBy(1.25)
    else if (key === '-') scaleBy(0.8)
    else if (key === '0') whole(graph)
    else if (key.startsWith('Arrow')) walk((target as Element).closest<SVGElement>('[data-node]')?.dataset['node'], key)
    else return
    event.preventDefault()
  }

  const canFold = isAwake && view.k >= READABLE * 0.99
  // Boxes are many, and do not change while the picture is moved.
  const sheet = useMemo(
    () => <GraphSheet graph={graph} fold={canFold ? { folded, behind, direction, texts, toggle } : undefined} />,
    [graph, canFold],
  )
  return (
    <GraphFrame texts={texts} height={height} isAwake={isAwake} place={frame} onKeyDown={onKeyDown}>
      <GraphPicture
        texts={texts}
        width={isAwake ? '100%' : graph.width}
        height={isAwake ? '100%' : graph.height}
        picture={picture}
        transform={isAwake ? view.toString() : undefined}
      >
        {sheet}
      </GraphPicture>
      {isAwake && (
        <>
          <Overview graph={graph} view={view} size={size} goTo={centre} />
          <GraphTools
            texts={texts}
            smaller={() => scaleBy(0.8)}
            larger={() => scaleBy(1.25)}
            whole={() => whole(graph)}
            turn={() => setDirection(direction === 'down' ? 'across' : 'down')}
            fill={() => fillScreen(frame.current)}
          />
        </>
      )}
    </GraphFrame>
  )
}

function boxOf(frame: HTMLElement | null, id: string): SVGElement | null | undefined {
  return frame?.querySelector<SVGElement>(`[data-node="${CSS.escape(id)}"]`)
}

function fillScreen(frame: HTMLElement | null) {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void frame?.requestFullscreen()
}

/** How many boxes folding each of them puts away. */
function countBehind(nodes: GraphProps['nodes'], ways: GraphProps['ways']): Map<string, number> {
  return new Map(nodes.map(({ id }) => [id, nodes.length - unfolded(nodes, ways, new Set([id])).nodes.length]))
}
