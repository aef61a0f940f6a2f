import type { Lang } from '../../kernel/lang.ts'
import type { GraphNode, GraphWay } from '../../ui/graph/graph.ts'
import { type Definition, type Step, waysOf } from './definition.ts'
import type { StepFigures } from './figures.ts'
import { textAndLang } from './texts.ts'

/** What stands at a box besides its name. */
interface Remarks {
  href(step: string): string
  /** Name of the kind of step, and of a way that has no text of its own. */
  kind(kind: Step['kind']): string
  by(by: string): string
  /** How many came and which share of them went no further, in words. */
  came(count: number): { short: string; long: string }
  left(figures: StepFigures): { short: string; long: string; isMuch: boolean } | null
}

const LETTERS = 26

/** A definition as a graph: a box for each step, an arrow for each way, with what the figures say. */
export function graphOf(
  definition: Definition,
  lang: Lang,
  shown: {
    figures: ReadonlyMap<string, StepFigures>
    moves: readonly { from: string; to: string; moves: number }[]
    wrong: ReadonlySet<string | null>
  },
  remarks: Remarks,
): { nodes: GraphNode[]; ways: GraphWay[] } {
  const { steps, start } = definition
  const { figures, wrong, moves } = shown
  const begun = moves.reduce((sum, { from, moves: times }) => sum + (from === '' ? times : 0), 0)
  const gone = new Map(moves.map(({ from, to, moves: times }) => [`${from} ${to}`, times]))
  return {
    nodes: steps.map((step): GraphNode => {
      const name = textAndLang(step.title, lang).text || step.id
      const known = figures.get(step.id)
      const came = known && known.came > 0 ? remarks.came(known.came) : null
      const left = known && came ? remarks.left(known) : null
      const tone = wrong.has(step.id) ? 'bad' : step.id === start ? 'start' : undefined
      return {
        id: step.id,
        lines: wrap(name),
        href: remarks.href(step.id),
        shape: step.kind === 'end' ? 'end' : step.kind === 'check' ? 'decision' : 'step',
        ...(tone ? { tone } : {}),
        ...(came ? { figure: left && !left.isMuch ? `${came.short} · ${left.short}` : came.short } : {}),
        ...(left?.isMuch ? { alarm: left.short } : {}),
        said: [name, remarks.kind(step.kind), came?.long, left?.long].filter(Boolean).join(' · '),
      }
    }),
    ways: steps.flatMap((step) =>
      waysOf(step).flatMap(({ by, to }) =>
        to === null
          ? []
          : [
              {
                ...{ from: step.id, to, by, label: cut(labelOf(step, by), 22) },
                ...(begun > 0 ? { share: Math.min(1, (gone.get(`${step.id} ${to}`) ?? 0) / begun) } : {}),
              },
            ],
      ),
    ),
  }

  function labelOf(step: Step, by: string): string {
    const option = step.kind === 'choice' ? step.options.find(({ id }) => id === by) : undefined
    if (option) return textAndLang(option.label, lang).text || by
    return by === 'next' ? '' : remarks.by(by)
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
