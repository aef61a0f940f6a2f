import { classes } from '../classes.ts'

/** Stands for a person. The name is read out. */
export function Avatar({ name, small, other }: { name: string; small?: boolean; other?: boolean }) {
  return (
    <span class={classes('avatar', small && 'small', other && 'other')} role="img" aria-label={name}>
      <span aria-hidden="true">{initialsOf(name)}</span>
    </span>
  )
}

/** First letters of the first and the last word of a name, at most two. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word))
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return (
    letters
      .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 32))
      .join('')
      .toLocaleUpperCase() || '·'
  )
}
