const EDGE = 1
const key = (a: number, b: number, c: number): number => (a * 0x10000 + b) * 0x400 + (c % 0x400)

/** The three-letter pieces of a word with its edges marked; `visit` gets a number a piece. */
export function visitTrigrams(word: string, visit: (piece: number) => void): void {
  let a = EDGE
  let b = word.charCodeAt(0)
  for (let i = 1; i <= word.length; i++) {
    const c = i < word.length ? word.charCodeAt(i) : EDGE
    visit(key(a, b, c))
    a = b
    b = c
  }
}

/** From three-letter pieces to the words that contain them: for misspelt, joined and related words. */
export class Trigrams {
  #lists = new Map<number, number[]>()
  #entries = 0
  #shared = new Uint8Array(1024)
  #touched: number[] = []

  add(id: number, word: string): void {
    visitTrigrams(word, (piece) => {
      const list = this.#lists.get(piece)
      if (list) list.push(id)
      else this.#lists.set(piece, [id])
      this.#entries++
    })
    if (id >= this.#shared.length) this.#shared = new Uint8Array(Math.ceil(id * 1.5))
  }

  remove(id: number, word: string): void {
    visitTrigrams(word, (piece) => {
      const list = this.#lists.get(piece)
      const at = list?.lastIndexOf(id) ?? -1
      if (!list || at < 0) return
      const last = list.pop() as number
      if (at < list.length) list[at] = last
      if (list.length === 0) this.#lists.delete(piece)
      this.#entries--
    })
  }

  /** Every word sharing at least `least` pieces with `word`, with how many. */
  sharing(word: string, least: number, visit: (id: number, shared: number) => void): void {
    const shared = this.#shared
    const touched = this.#touched
    touched.length = 0
    visitTrigrams(word, (piece) => {
      for (const id of this.#lists.get(piece) ?? []) {
        if (shared[id] === 0) touched.push(id)
        shared[id] = (shared[id] as number) + 1
      }
    })
    for (const id of touched) {
      const count = shared[id] as number
      shared[id] = 0
      if (count >= least) visit(id, count)
    }
  }

  /** The words that contain a piece. */
  holding(piece: number): readonly number[] {
    return this.#lists.get(piece) ?? []
  }

  /** Words that may begin with `start` (at least two letters): the caller compares. */
  beginningWith(start: string): readonly number[] {
    return this.#lists.get(key(EDGE, start.charCodeAt(0), start.charCodeAt(1))) ?? []
  }

  get bytes(): number {
    return this.#entries * 9 + this.#lists.size * 90 + this.#shared.byteLength
  }
}
