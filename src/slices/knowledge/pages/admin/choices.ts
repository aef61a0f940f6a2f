/** Categories as options, those below others set in. */
export function indented(categories: readonly { id: string; title: string; level: number }[]) {
  return categories.map(({ id, title, level }) => ({ value: id, label: `${'\u2003'.repeat(level - 1)}${title}` }))
}

/** Things with a title as options. */
export function options(things: readonly { id: string; title: string }[]) {
  return things.map(({ id, title }) => ({ value: id, label: title }))
}
