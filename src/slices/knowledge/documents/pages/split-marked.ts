/** Folds a letter for comparing: without case and accents, `ß` as `ss`. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ').normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * A paragraph in parts, with the words of a question marked. Words count as the same when they begin alike (at least five letters, or the
 * whole word): enough to see where the passage is; the search itself is exact.
 */
export function splitMarked(text: string, question: string): { text: string; isMarked: boolean }[] {
  const wanted = [
    ...new Set(
      question.match(/[\p{L}\p{N}]{3,}/gu)?.map((word) => fold(word).slice(0, Math.max(5, word.length - 2))) ?? [],
    ),
  ]
  if (wanted.length === 0) return [{ text, isMarked: false }]
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((part) => ({ text: part, isMarked: part.length > 2 && wanted.some((word) => fold(part).startsWith(word)) }))
}
