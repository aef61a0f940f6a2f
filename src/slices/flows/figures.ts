/** How often people came to a step, and how many of them went no further. */
export interface StepFigures {
  came: number
  left: number
  helped: number
  notHelped: number
}

/** Figures by step, from the moves that were counted. Ends are left by nobody: there is nowhere to go. */
export function figuresOf(
  moves: readonly { from: string; to: string; moves: number }[],
  ends: ReadonlySet<string>,
): Map<string, StepFigures> {
  const figures = new Map<string, StepFigures>()
  const at = (step: string) => {
    const found = figures.get(step) ?? { came: 0, left: 0, helped: 0, notHelped: 0 }
    figures.set(step, found)
    return found
  }
  for (const { from, to, moves: times } of moves) {
    if (to === ':helped') at(from).helped += times
    else if (to === ':not-helped') at(from).notHelped += times
    else {
      at(to).came += times
      if (from) at(from).left -= times
    }
  }
  for (const [step, one] of figures) one.left = ends.has(step) ? 0 : Math.max(0, one.came + one.left)
  return figures
}
