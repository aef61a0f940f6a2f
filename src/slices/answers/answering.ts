/** What decides whether something found answers beside the first. */
interface Candidate {
  id: string
  score: number
  confidence: number
  products: readonly string[]
  audience: string | null
}

/** A quoted answer, and what tells it apart from the others; no label when it is the only one. */
export interface Answer {
  id: string
  label: string | null
}

/** Quoted side by side at most: more is a list, not an answer. */
const MOST_ANSWERS = 3
/** So much of the first one's score, and of the confidence needed, has another answer. */
const AS_GOOD = 0.8
const SURE = 0.5

/**
 * The things whose passages answer a question: the first one, and those as good that speak of another product or for another audience.
 * Which of them is meant only the reader knows, so each is labelled by what it is for.
 */
export function answersAmong(found: readonly Candidate[]): Answer[] {
  const [first] = found
  if (!first) return []
  const chosen = [first]
  for (const one of found.slice(1)) {
    if (chosen.length === MOST_ANSWERS) break
    if (one.confidence < SURE || one.score < first.score * AS_GOOD) break
    if (chosen.every((other) => differ(one, other))) chosen.push(one)
  }
  return chosen.map((one) => ({ id: one.id, label: chosen.length > 1 ? labelOf(one, chosen) : null }))
}

function differ(a: Candidate, b: Candidate): boolean {
  if (a.audience !== b.audience) return true
  return a.products.length > 0 && b.products.length > 0 && !a.products.some((product) => b.products.includes(product))
}

function labelOf(one: Candidate, all: readonly Candidate[]): string | null {
  const byProduct = all.every((other) => other === one || differ(one, { ...other, audience: one.audience }))
  if (byProduct && one.products.length > 0) return one.products.slice(0, 2).join(', ')
  return one.audience
}
