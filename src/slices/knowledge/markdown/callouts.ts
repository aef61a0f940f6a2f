import type { Token } from 'markdown-it'

/** Kinds of call-outs as they are written (`> [!WARNING]`) and the look that they get. */
const KINDS = {
  NOTE: '',
  INFO: '',
  TIP: 'good',
  IMPORTANT: 'warn',
  WARNING: 'warn',
  CAUTION: 'bad',
  DANGER: 'bad',
} as const
const MARK = /^\[!([A-Z]+)\][ \t]*/

/** The title that a call-out begins with, by its kind. */
export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution'
const TITLE: Record<keyof typeof KINDS, CalloutKind> = {
  NOTE: 'note',
  INFO: 'note',
  TIP: 'tip',
  IMPORTANT: 'important',
  WARNING: 'warning',
  CAUTION: 'caution',
  DANGER: 'caution',
}

/** Turns quotations that begin with `[!KIND]` into call-outs: marks the quotation's tokens and takes the mark out of the text. */
export function markCallouts(tokens: Token[]) {
  tokens.forEach((token, index) => {
    if (token.type !== 'blockquote_open') return
    const inline = tokens[index + 2]
    const first = inline?.type === 'inline' ? inline.children?.[0] : undefined
    const kind = first?.type === 'text' ? (MARK.exec(first.content)?.[1] as keyof typeof KINDS) : undefined
    if (!first || !inline || !kind || !(kind in KINDS)) return
    const close = tokens.findIndex(
      (other, at) => at > index && other.type === 'blockquote_close' && other.level === token.level,
    )
    token.tag = 'div'
    token.attrSet('class', `callout ${KINDS[kind]}`.trim())
    token.meta = { callout: TITLE[kind] }
    if (close > 0) (tokens[close] as Token).tag = 'div'
    first.content = first.content.replace(MARK, '')
    if (first.content === '' && inline.children?.[1]?.type === 'softbreak') inline.children.splice(0, 2)
  })
}
