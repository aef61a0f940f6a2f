/** One measured figure, held against its bar. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** What it is compared with, measured in the same run; null for absolute figures. */
  yardstick: { name: string; value: number } | null
  /** The bar: at least (`>=`) or at most (`<=`) this, for `value / yardstick` when there is a yardstick, else for `value`. */
  bar: { is: '>=' | '<='; value: number } | null
}

/** The compared number: a ratio to the yardstick, or the value itself. */
export function compared(figure: Figure): number {
  return figure.yardstick ? figure.value / figure.yardstick.value : figure.value
}

/** Whether the figure holds its bar; null when it has none. */
export function isHeld(figure: Figure): boolean | null {
  if (!figure.bar) return null
  return figure.bar.is === '>=' ? compared(figure) >= figure.bar.value : compared(figure) <= figure.bar.value
}

/** One line for people: name, value, unit, yardstick, ratio, bar, held or missed. */
export function line(figure: Figure): string {
  const held = isHeld(figure)
  return [
    figure.name.padEnd(46),
    `${round(figure.value)} ${figure.unit}`.padEnd(18),
    (figure.yardstick ? `yardstick ${round(figure.yardstick.value)} → ${compared(figure).toFixed(3)}` : '').padEnd(30),
    (figure.bar ? `bar ${figure.bar.is} ${figure.bar.value}` : '').padEnd(14),
    held === null ? '' : held ? 'held' : 'MISSED',
  ].join(' ')
}

function round(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString()
}

/** Prints the figures and gives them on as JSON when asked. */
export function report(figures: readonly Figure[], options: { json?: boolean } = {}) {
  for (const figure of figures) console.log(line(figure))
  if (options.json) console.log(JSON.stringify(figures))
}
