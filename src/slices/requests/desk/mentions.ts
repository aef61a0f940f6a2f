import type { Choice } from './choices.ts'

/** Colleagues named in a note: `@` and the whole name, in any case. Longer names first, so that "Ann Lee" is not taken for "Ann". */
export function mentionedIn(text: string, agents: readonly Choice[]): Choice[] {
  let rest = text.toLocaleLowerCase()
  const found: Choice[] = []
  for (const agent of [...agents].sort((a, b) => b.name.length - a.name.length)) {
    const name = `@${agent.name.toLocaleLowerCase()}`
    if (!rest.includes(name)) continue
    found.push(agent)
    rest = rest.replaceAll(name, ' ')
  }
  return found
}
