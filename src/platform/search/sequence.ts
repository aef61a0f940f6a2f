// A document as the numbers of its words, in order: what phrases, sentences, feedback and removal are read from.
export const FIELD_END = 0
export const SENTENCE_END = 1
const FIRST_WORD = 2

/** Writes a sequence; numbers take one to four bytes. */
export class SequenceWriter {
  #bytes = new Uint8Array(4096)
  #length = 0

  reset(): void {
    this.#length = 0
  }

  word(id: number): void {
    this.#put(id + FIRST_WORD)
  }

  mark(mark: typeof FIELD_END | typeof SENTENCE_END): void {
    this.#put(mark)
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #put(value: number): void {
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    let rest = value
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }
}

/** Reads a sequence into numbers: −1 for the end of a field, −2 for the end of a sentence, else a word. Returns how many. */
export function readSequence(bytes: Uint8Array, into: Int32Array): number {
  let length = 0
  const end = bytes.length
  const most = into.length
  for (let i = 0; i < end && length < most; ) {
    let byte = bytes[i++] as number
    let value = byte & 127
    for (let shift = 7; byte > 127 && i < end; shift += 7) {
      byte = bytes[i++] as number
      value |= (byte & 127) << shift
    }
    into[length++] = value >= FIRST_WORD ? value - FIRST_WORD : value === FIELD_END ? -1 : -2
  }
  return length
}
