import type { Token } from 'markdown-it'
import { type Content, MARKDOWN_FIELDS } from '../content.ts'
import { readAddress } from './addresses.ts'
import { linksOf, parse, wordsOf } from './parser.ts'

/** What can be wrong with a text for readers, above all for those who listen to it. */
export const PROBLEMS = [
  'summary_missing',
  'body_missing',
  'alternative_missing',
  'heading_jump',
  'heading_empty',
  'link_empty',
  'link_unclear',
  'address_unknown',
  'article_missing',
  'article_not_published',
  'picture_missing',
  'elsewhere_broken',
] as const

export interface Problem {
  kind: (typeof PROBLEMS)[number]
  field: keyof Content
  /** The words or the address it is about. */
  about: string
}

/** Words of links that say nothing when a screen reader lists them. */
const UNCLEAR =
  /^(hier|klicken sie hier|hier klicken|link|mehr|weiter|here|click here|more|read more|εδώ|πατήστε εδώ|περισσότερα)$/i

/** What is wrong with a content, as far as the text itself shows. */
export function findProblems(content: Content): Problem[] {
  const problems: Problem[] = []
  if (!content.summary) problems.push({ kind: 'summary_missing', field: 'summary', about: '' })
  if (!content.body && !content.symptom) problems.push({ kind: 'body_missing', field: 'body', about: '' })
  for (const field of MARKDOWN_FIELDS) {
    const tokens = parse(content[field])
    const add = (kind: Problem['kind'], about: string) => problems.push({ kind, field, about: about.slice(0, 200) })
    checkHeadings(tokens, add)
    for (const { target, words, isPicture } of linksOf(tokens)) {
      if (isPicture && words === '') add('alternative_missing', target)
      if (isPicture || words !== '') continue
      add('link_empty', target)
    }
    for (const { target, words, isPicture } of linksOf(tokens)) {
      if (isPicture) continue
      if (UNCLEAR.test(words)) add('link_unclear', words)
      if (readAddress(target) === null) add('address_unknown', target)
    }
    for (const typed of refusedLinks(tokens)) add('address_unknown', typed)
  }
  return problems
}

function checkHeadings(tokens: readonly Token[], add: (kind: Problem['kind'], about: string) => void) {
  let before = 1
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return
    const level = Math.max(2, Number(token.tag.slice(1)))
    const title = wordsOf(tokens[index + 1])
    if (title === '') add('heading_empty', '')
    else if (level > before + 1) add('heading_jump', title)
    before = level
  })
}

/** Links that the parser left as text because articles may not lead there: `[words](javascript:…)`. */
function refusedLinks(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) =>
    token.type === 'inline'
      ? [...(token.children ?? [])]
          .filter((child) => child.type === 'text')
          .flatMap((child) => [...child.content.matchAll(/\]\(([^)\s]{1,200})\)?/g)].map((match) => match[1] as string))
      : [],
  )
}
