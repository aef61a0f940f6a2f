import type { Lang } from '../../kernel/lang.ts'
import { type Definition, type StepKind, waysOf } from './definition.ts'
import { placeInLayers } from './layers.ts'
import { textAndLang } from './texts.ts'

/** A step as it is drawn: its box, in pixels. */
export interface Box {
  id: string
  kind: StepKind
  lines: string[]
  x: number
  y: number
  width: number
  height: number
  isStart: boolean
}

interface Point {
  x: number
  y: number
}

/** An arrow, as points of a line, with what leads along it. */
export interface Arrow {
  from: string
  to: string
  by: string
  points: Point[]
  label: string
  /** Middle of the label. */
  at: Point
}

export interface Picture {
  width: number
  height: number
  boxes: Box[]
  arrows: Arrow[]
}

const BOX = { width: 184, line: 17, padding: 26 }
const LETTERS = 25
const MARGIN = 16

/** Places the steps of a definition in layers from its start down. */
export function pictureOf(definition: Definition, lang: Lang, wordOf: (by: string) => string): Picture {
  const { steps, start } = definition
  const texts = new Map(steps.map((step) => [step.id, wrap(textAndLang(step.title, lang).text || step.id)]))
  const nodes = steps.map(({ id }) => ({
    id,
    width: BOX.width,
    height: BOX.padding + (texts.get(id)?.length ?? 1) * BOX.line,
  }))
  const known = new Map(nodes.map((node) => [node.id, node]))
  const ways = steps.flatMap((step) =>
    waysOf(step).flatMap(({ by, to }) =>
      to !== null && known.has(to) ? [{ from: step.id, to, by, label: cut(labelOf(step, by), 20) }] : [],
    ),
  )
  const { places, passes, width, height } = placeInLayers(nodes, ways)
  const at = (id: string) => places.get(id) ?? { x: 0, y: 0 }
  const heightOf = (id: string) => known.get(id)?.height ?? 0
  return {
    width: Math.ceil(width) + 2 * MARGIN,
    height: Math.ceil(height) + 2 * MARGIN,
    boxes: steps.map(({ id, kind }) => ({
      ...{ id, kind, lines: texts.get(id) ?? [], width: BOX.width, height: heightOf(id), isStart: id === start },
      x: Math.round(at(id).x - BOX.width / 2) + MARGIN,
      y: Math.round(at(id).y - heightOf(id) / 2) + MARGIN,
    })),
    arrows: ways.map(({ from, to, by, label }, n) => {
      const begin = { x: at(from).x, y: at(from).y + heightOf(from) / 2 }
      const end = { x: at(to).x, y: at(to).y - heightOf(to) / 2 }
      const points = [begin, ...(passes[n] ?? []), end].map(({ x, y }) => ({
        x: Math.round(x) + MARGIN,
        y: Math.round(y) + MARGIN,
      }))
      const [first, second] = points as [Point, Point]
      // Near its beginning, where arrows to the same step are still apart, and below the figure of the box.
      const share = Math.min(0.5, 34 / Math.max(1, second.y - first.y))
      const labelAt = {
        x: Math.round(first.x + (second.x - first.x) * share),
        y: Math.round(first.y + (second.y - first.y) * share),
      }
      return { from, to, by, points, label, at: labelAt }
    }),
  }

  function labelOf(step: Definition['steps'][number], by: string): string {
    const option = step.kind === 'choice' ? step.options.find(({ id }) => id === by) : undefined
    if (option) return textAndLang(option.label, lang).text || by
    return by === 'next' ? '' : wordOf(by)
  }
}

/** At most two lines of words that fit a box. */
function wrap(text: string): string[] {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) as string
    if (last && `${last} ${word}`.length > LETTERS) lines.push(word)
    else lines[lines.length - 1] = last ? `${last} ${word}` : word
  }
  const shown = lines.slice(0, 2).map((line) => cut(line, LETTERS))
  if (lines.length > 2) shown[1] = cut(`${shown[1]} ${lines[2]}`, LETTERS)
  return shown
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
