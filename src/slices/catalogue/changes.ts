/** A field that differs: where it is, what it said and what it says. */
export interface Change {
  path: string[]
  before: string
  after: string
}

/** Fields in which two definitions differ, leaf by leaf; lists of words count as one field, line by line. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const old = new Map(leaves(before, []))
  const now = new Map(leaves(after, []))
  const paths = [...new Set([...old.keys(), ...now.keys()])]
  return paths
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ path: path.split('\u0000'), before: old.get(path) ?? '', after: now.get(path) ?? '' }))
}

function leaves(value: unknown, path: string[]): [string, string][] {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null))
    return [[path.join('\u0000'), value.join('\n')]]
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, part]) => leaves(part, [...path, name]))
  if (value === null || value === undefined) return []
  return [[path.join('\u0000'), String(value)]]
}
