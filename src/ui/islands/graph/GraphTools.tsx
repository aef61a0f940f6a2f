import * as shapes from '../../../generated/icons.ts'
import { IconShape } from '../../components/IconShape.tsx'
import type { GraphTexts } from '../../graph/graph.ts'

interface ToolsProps {
  texts: GraphTexts
  smaller(): void
  larger(): void
  whole(): void
  turn(): void
  fill(): void
}

/** What can be done with the picture, in a corner of it. */
export function GraphTools({ texts, ...act }: ToolsProps) {
  const tools = [
    ['smaller', shapes.iconMinus],
    ['larger', shapes.iconPlus],
    ['whole', shapes.iconFullscreen],
    ['turn', shapes.iconArrowRightLeft],
    ...(document.fullscreenEnabled ? [['fill', shapes.iconExpand] as const] : []),
  ] as const
  return (
    <div class="graph-tools">
      {tools.map(([name, shape]) => (
        <button key={name} type="button" class="button quiet small" title={texts[name]} onClick={act[name]}>
          <IconShape shape={shape} />
          <span class="visually-hidden">{texts[name]}</span>
        </button>
      ))}
    </div>
  )
}
