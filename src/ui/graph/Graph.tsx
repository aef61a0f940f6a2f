import type { Translate } from '../../kernel/text.ts'
import { Island } from '../island.tsx'
import { GraphFrame, GraphPicture } from './GraphFrame.tsx'
import { GraphSheet } from './GraphSheet.tsx'
import type { GraphNode, GraphWay } from './graph.ts'
import { place } from './place.ts'

interface Props {
  t: Translate
  /** What the picture is and how one walks through it, for who hears it. */
  label: string
  title: string
  nodes: GraphNode[]
  ways: GraphWay[]
}

/**
 * A graph as a picture in which every box leads somewhere: it scrolls as it comes, and can be moved, zoomed and folded once it wakes.
 * An element with `data-graph-node` elsewhere on the page points at its box while it has the focus or the pointer.
 */
export function Graph({ t, label, title, nodes, ways }: Props) {
  const graph = place(nodes, ways)
  const texts = {
    label,
    title,
    larger: t('ui.graph.larger'),
    smaller: t('ui.graph.smaller'),
    whole: t('ui.graph.whole'),
    turn: t('ui.graph.turn'),
    fill: t('ui.graph.fill'),
    fold: t('ui.graph.fold'),
    unfold: t('ui.graph.unfold'),
  }
  return (
    <Island name="graph" props={{ nodes, ways, texts }}>
      <GraphFrame texts={texts} height={graph.height}>
        <GraphPicture texts={texts} width={graph.width} height={graph.height}>
          <GraphSheet graph={graph} />
        </GraphPicture>
      </GraphFrame>
    </Island>
  )
}
