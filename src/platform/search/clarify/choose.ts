/** Something that candidates can be told apart by: for each value the candidates (their places in the list) that have it. */
export interface Aspect {
  facet: string
  values: ReadonlyMap<string, readonly number[]>
}

/** A question worth asking: which facet, which values are offered, and the bits gained less the cost. */
export interface Choice {
  facet: string
  values: string[]
  gain: number
}

export const MOST_OPTIONS = 5
/** A value that adds less than so many bits is not worth reading. */
const LEAST_OF_A_VALUE = 0.02

/**
 * What a question is to bring: `told`, as many bits as possible about what is meant; `seen`, that it then stands among the
 * first few, which is all that matters when nothing is asked afterwards.
 */
export type Aim = 'told' | 'seen'

/** As many as are looked at when nothing more is asked. */
const FIRST_FEW = 3
/** Bits that seeing it for sure is worth. */
const SEEN_IS_WORTH = 4

/**
 * The question whose answer tells most about which candidate is meant: information gain, less what asking costs. Somebody who
 * means a candidate that has several of the values offered names any of them; whoever means one that has none says so.
 * `probabilities` add up to 1 and fall; none when no question is worth its cost.
 */
export function chooseQuestion(
  probabilities: ArrayLike<number>,
  aspects: readonly Aspect[],
  costOf: (facet: string) => number,
  aim: Aim = 'told',
): Choice | undefined {
  let best: Choice | undefined
  for (const { facet, values } of aspects) {
    const chosen = chooseValues(probabilities, values, aim)
    const gain = chosen.gain - costOf(facet)
    if (gain > 0 && gain > (best?.gain ?? 0)) best = { facet, values: chosen.values, gain }
  }
  return best
}

/** At most five values, picked one after the other by what each adds. */
function chooseValues(
  probabilities: ArrayLike<number>,
  values: ReadonlyMap<string, readonly number[]>,
  aim: Aim,
): { values: string[]; gain: number } {
  const offered = new Offered(probabilities, aim)
  const left = new Map(values)
  while (offered.values.length < MOST_OPTIONS) {
    let best: string | undefined
    let most = offered.gain + LEAST_OF_A_VALUE
    for (const [value, members] of left) {
      const gain = offered.gainWith(members)
      if (gain > most) {
        most = gain
        best = value
      }
    }
    if (best === undefined) break
    offered.add(best, left.get(best) as readonly number[])
    left.delete(best)
  }
  return { values: offered.values, gain: offered.gain }
}

/** The values offered so far, and what their question tells: the entropy of its answers less that of one who could name several. */
class Offered {
  readonly values: string[] = []
  gain = 0
  readonly #probabilities: ArrayLike<number>
  readonly #members: (readonly number[])[] = []
  /** By candidate: how many of the values offered it has. */
  readonly #having: Uint8Array

  readonly #aim: Aim

  constructor(probabilities: ArrayLike<number>, aim: Aim) {
    this.#probabilities = probabilities
    this.#aim = aim
    this.#having = new Uint8Array(probabilities.length)
  }

  gainWith(members: readonly number[]): number {
    for (const candidate of members) this.#having[candidate] = (this.#having[candidate] as number) + 1
    const gain = this.#gainOf([...this.#members, members])
    for (const candidate of members) this.#having[candidate] = (this.#having[candidate] as number) - 1
    return gain
  }

  add(value: string, members: readonly number[]): void {
    for (const candidate of members) this.#having[candidate] = (this.#having[candidate] as number) + 1
    this.values.push(value)
    this.#members.push(members)
    this.gain = this.#gainOf(this.#members)
  }

  /** How likely what is meant is among the first few of those that its answer leaves. */
  #seen(offered: readonly (readonly number[])[]): number {
    let seen = 0
    for (const members of offered)
      for (const candidate of members.slice(0, FIRST_FEW))
        seen += (this.#probabilities[candidate] as number) / (this.#having[candidate] as number)
    let left = FIRST_FEW
    for (let candidate = 0; candidate < this.#having.length && left > 0; candidate++) {
      if (this.#having[candidate] !== 0) continue
      seen += this.#probabilities[candidate] as number
      left--
    }
    return seen * SEEN_IS_WORTH
  }

  #gainOf(offered: readonly (readonly number[])[]): number {
    if (this.#aim === 'seen') return this.#seen(offered)
    let answers = 0
    let named = 0
    for (const members of offered) {
      let mass = 0
      for (const candidate of members)
        mass += (this.#probabilities[candidate] as number) / (this.#having[candidate] as number)
      answers += surprise(mass)
      named += mass
    }
    let free = 0
    for (let candidate = 0; candidate < this.#having.length; candidate++) {
      const having = this.#having[candidate] as number
      if (having > 1) free += (this.#probabilities[candidate] as number) * Math.log2(having)
    }
    return answers + surprise(Math.max(0, 1 - named)) - free
  }
}

const surprise = (probability: number): number => (probability <= 1e-9 ? 0 : -probability * Math.log2(probability))
