const MOST = 200

/** Every wording that an example stands for: `my (request|case)` is two. Alternatives do not nest. */
export function expandWordings(example: string): string[] {
  let wordings = ['']
  for (const part of example.split(/(\([^()]*\))/)) {
    const alternatives = part.startsWith('(') && part.endsWith(')') ? part.slice(1, -1).split('|') : [part]
    wordings = wordings.flatMap((before) => alternatives.map((after) => before + after))
    if (wordings.length > MOST) throw new Error(`An example stands for more than ${MOST} wordings: ${example}`)
  }
  return wordings.map((wording) => wording.replace(/\s+/g, ' ').trim())
}
