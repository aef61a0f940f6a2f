/** A growing list of 32-bit integers in one typed array. */
export class Numbers {
  #items: Int32Array
  length = 0

  constructor(capacity = 16) {
    this.#items = new Int32Array(capacity)
  }

  at(index: number): number {
    return this.#items[index] as number
  }

  set(index: number, value: number): void {
    if (index >= this.#items.length) this.#grow(index + 1)
    if (index >= this.length) this.length = index + 1
    this.#items[index] = value
  }

  add(index: number, by: number): void {
    this.set(index, (index < this.length ? this.at(index) : 0) + by)
  }

  get bytes(): number {
    return this.#items.byteLength
  }

  /** The underlying array, valid until the next `set`. */
  get raw(): Int32Array {
    return this.#items
  }

  #grow(needed: number): void {
    const larger = new Int32Array(Math.max(needed, Math.ceil(this.#items.length * 1.4) + 16))
    larger.set(this.#items)
    this.#items = larger
  }
}

/** Numbers from 0 up that are given back and used again. */
export class Ordinals {
  #free: number[] = []
  /** One more than the largest ever given. */
  end = 0

  take(): number {
    return this.#free.pop() ?? this.end++
  }

  giveBack(ordinal: number): void {
    this.#free.push(ordinal)
  }
}
