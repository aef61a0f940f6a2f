/** A language model at an address of the administrator's choice. Optional: without it everything works, in the words of the sources. */
export interface Chat {
  /**
   * What the model says, piece by piece as it comes.
   * @throws when the address does not answer, or answers with something else
   */
  say(words: { system: string; message: string }, signal: AbortSignal): AsyncIterable<string>
}
