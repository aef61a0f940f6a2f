/** A sentence as the model said it, with the numbers of the passages that it names. */
export interface Said {
  text: string
  cites: number[]
}

/** Text up to its citations, as far as it is certain that no further citation follows. */
const CITED = /^([\s\S]*?)((?:\s*\[\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*\])+)([.!?…]?)(?=\s*[^\s[.!?…])/u
const CITED_AT_END = /^([\s\S]*?)((?:\s*\[\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*\])+)([.!?…]?)\s*$/u
/** Three letters and a full stop end a sentence; dates, numbers and short forms do not. */
const BETWEEN = /(?<=\p{L}{3}[.!?…]["”“»]?)\s+(?=["„“«]?\p{Lu})/u
/** Without a citation for so long it is no answer in the form that was asked for. */
const LONGEST = 3000

/** The sentences in what a model says, as soon as each is complete. What carries no citation is left out. */
export async function* sentencesIn(pieces: AsyncIterable<string>): AsyncGenerator<Said> {
  let rest = ''
  for await (const piece of pieces) {
    rest += piece
    for (let match = CITED.exec(rest); match; match = CITED.exec(rest)) {
      rest = rest.slice(match[0].length)
      const said = sentenceOf(match)
      if (said) yield said
    }
    if (rest.length > LONGEST) return
  }
  const match = CITED_AT_END.exec(rest)
  const said = match && sentenceOf(match)
  if (said) yield said
}

function sentenceOf([, before = '', citations = '', end = '']: RegExpExecArray): Said | null {
  // Only the last of several sentences carries the citation.
  const last = before.trim().split(BETWEEN).at(-1) ?? ''
  const text = last
    .replace(/^[\s\-*•#>]+|^\d+[.)]\s+(?=\p{Lu})/gu, '')
    .replace(/[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (!/\p{L}/u.test(text)) return null
  const cites = [...citations.matchAll(/\d+/g)].map(([number]) => Number(number))
  return { text: /[.!?…]["”“»]?$/u.test(text) ? text : `${text}${end || '.'}`, cites: [...new Set(cites)] }
}
