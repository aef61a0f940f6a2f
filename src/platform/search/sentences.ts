/** The best weight that each term of a question reached, in a part of a document. */
export class Best {
  readonly reached: Float64Array
  readonly #worth: Float64Array

  constructor(worth: Float64Array) {
    this.#worth = worth
    this.reached = new Float64Array(worth.length)
  }

  clear(): void {
    this.reached.fill(0)
  }

  raise(term: number, weight: number): void {
    if ((this.reached[term] as number) < weight) this.reached[term] = weight
  }

  sum(): number {
    let sum = 0
    for (let t = 0; t < this.reached.length; t++) sum += (this.#worth[t] as number) * (this.reached[t] as number)
    return sum
  }

  certain(): number {
    let sum = 0
    for (let t = 0; t < this.reached.length; t++)
      if ((this.reached[t] as number) > 0.999) sum += this.#worth[t] as number
    return sum
  }
}

const MEAN_SENTENCE = 14

/** The best sentence, the best three in a row, and in how many sentences each term stands. One object reads many documents. */
export class Sentences {
  now: Best
  words = 0
  best = 0
  fit = 0
  window = 0
  #count = 0
  #before: Best
  #beforeThat: Best
  readonly #standing: Float64Array
  readonly #worth: Float64Array
  readonly #b: number

  constructor(worth: Float64Array, b: number) {
    this.#worth = worth
    this.#b = b
    this.#standing = new Float64Array(worth.length)
    this.now = new Best(worth)
    this.#before = new Best(worth)
    this.#beforeThat = new Best(worth)
  }

  clear(): void {
    this.words = 0
    this.best = 0
    this.fit = 0
    this.window = 0
    this.#count = 0
    this.#standing.fill(0)
    this.now.clear()
    this.#forget()
  }

  end(isFieldEnd: boolean): void {
    if (this.words > 0) {
      const covered = this.now.sum()
      if (covered > 0) {
        this.best = Math.max(this.best, covered)
        this.fit = Math.max(this.fit, covered / (1 - this.#b + (this.#b * this.words) / MEAN_SENTENCE))
        this.window = Math.max(this.window, this.#three())
        const { reached } = this.now
        for (let t = 0; t < reached.length; t++)
          this.#standing[t] = (this.#standing[t] as number) + (reached[t] as number)
      }
      this.#count++
      const spare = this.#beforeThat
      this.#beforeThat = this.#before
      this.#before = this.now
      this.now = spare
      spare.clear()
      this.words = 0
    }
    if (isFieldEnd) this.#forget()
  }

  /** What was asked, each term by the root of the share of sentences that it stands in. */
  often(): number {
    let sum = 0
    for (let t = 0; t < this.#worth.length; t++)
      sum += (this.#worth[t] as number) * Math.sqrt(Math.min(1, (this.#standing[t] as number) / (this.#count || 1)))
    return sum
  }

  #forget(): void {
    this.#before.clear()
    this.#beforeThat.clear()
  }

  #three(): number {
    let sum = 0
    for (let t = 0; t < this.#worth.length; t++) {
      sum +=
        (this.#worth[t] as number) *
        Math.max(
          this.now.reached[t] as number,
          this.#before.reached[t] as number,
          this.#beforeThat.reached[t] as number,
        )
    }
    return sum
  }
}
