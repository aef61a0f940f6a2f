import { Numbers } from './numbers.ts'

/** Occurrences by field, packed into one number. */
export const pack = (title: number, heading: number, keyword: number, body: number): number =>
  Math.min(title, 15) | (Math.min(heading, 15) << 4) | (Math.min(keyword, 15) << 8) | (Math.min(body, 4095) << 12)
export const titleOf = (packed: number): number => packed & 15
export const headingOf = (packed: number): number => (packed >>> 4) & 15
export const keywordOf = (packed: number): number => (packed >>> 8) & 15
export const bodyOf = (packed: number): number => (packed >>> 12) & 4095

/**
 * For each term the documents that contain it, ascending, with their occurrences by field: pairs of integers in one pool.
 * A list that outgrows its block moves to the next size; blocks that are left are used again.
 */
export class Postings {
  #pool = new Int32Array(1024)
  #end = 0
  #start = new Numbers()
  #count = new Numbers()
  /** Block holds 2^size pairs; -1: none. */
  #size = new Numbers()
  #left: number[][] = []

  /** The pool: document and packed occurrences alternate. Valid until the next change. */
  get pool(): Int32Array {
    return this.#pool
  }

  count(term: number): number {
    return term < this.#count.length ? this.#count.at(term) : 0
  }

  start(term: number): number {
    return term < this.#start.length ? this.#start.at(term) : 0
  }

  get bytes(): number {
    return this.#pool.byteLength + this.#start.bytes + this.#count.bytes + this.#size.bytes
  }

  add(term: number, document: number, packed: number): void {
    const count = this.count(term)
    if (count === 0) this.#move(term, 0, 0)
    else if (count === 1 << this.#size.at(term)) this.#move(term, this.#size.at(term) + 1, count)
    const start = this.#start.at(term)
    const pool = this.#pool
    let at = start + count * 2
    if (count > 0 && (pool[at - 2] as number) > document) {
      const place = start + this.#find(start, count, document) * 2
      pool.copyWithin(place + 2, place, at)
      at = place
    }
    pool[at] = document
    pool[at + 1] = packed
    this.#count.set(term, count + 1)
  }

  remove(term: number, document: number): void {
    const count = this.count(term)
    const start = this.start(term)
    const place = start + this.#find(start, count, document) * 2
    if (place >= start + count * 2 || this.#pool[place] !== document) return
    this.#pool.copyWithin(place, place + 2, start + count * 2)
    this.#count.set(term, count - 1)
    if (count === 1) this.#leave(start, this.#size.at(term))
  }

  /** Packed occurrences of a term in a document; 0 when it does not occur. */
  find(term: number, document: number): number {
    const count = this.count(term)
    const start = this.start(term)
    const place = start + this.#find(start, count, document) * 2
    return place < start + count * 2 && this.#pool[place] === document ? (this.#pool[place + 1] as number) : 0
  }

  #find(start: number, count: number, document: number): number {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#pool[start + middle * 2] as number) < document) low = middle + 1
      else high = middle
    }
    return low
  }

  #move(term: number, size: number, count: number): void {
    const to = this.#left[size]?.pop() ?? this.#append(2 << size)
    if (count > 0) {
      const from = this.#start.at(term)
      this.#pool.copyWithin(to, from, from + count * 2)
      this.#leave(from, this.#size.at(term))
    }
    this.#start.set(term, to)
    this.#size.set(term, size)
    if (count === 0) this.#count.set(term, 0)
  }

  #append(length: number): number {
    const start = this.#end
    this.#end += length
    if (this.#end > this.#pool.length) {
      const larger = new Int32Array(Math.ceil(this.#end * 1.3))
      larger.set(this.#pool)
      this.#pool = larger
    }
    return start
  }

  #leave(start: number, size: number): void {
    const list = this.#left[size] ?? []
    this.#left[size] = list
    list.push(start)
  }
}
