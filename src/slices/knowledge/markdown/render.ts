import type { Token } from 'markdown-it'
import { isId, readAddress } from './addresses.ts'
import { createAnchors, type Heading } from './anchors.ts'
import { type CalloutKind, markCallouts } from './callouts.ts'
import { linksOf, markdown, parse, wordsOf } from './parser.ts'
import { fileUrl, type Picture, pictureHtml } from './pictures.ts'
import { plainOf } from './plain.ts'

/** What stands around a text when it is rendered. */
export interface Surroundings {
  /** Pictures and attachments of the article by id. Others are not shown. */
  files: ReadonlyMap<string, Picture>
  /** Words of the language of the text. */
  words: Record<CalloutKind | 'table', string>
  /** Anchors given so far, when several texts stand on one page. */
  anchors?: (title: string) => string
}

/** A text, ready to be read. */
export interface Rendered {
  /** Safe HTML. Addresses inside Theke are `article:ID#part`, `document:…`, `category:…` or `page:/path` until {@link placeLinks}. */
  html: string
  headings: Heading[]
  plain: string
  /** Ids of the articles that it leads to. */
  linkedIds: string[]
}

interface Env {
  surroundings: Surroundings
}

/** Renders a text. Whatever is typed becomes text or one of the known elements, never script. */
export function renderText(text: string, surroundings: Surroundings): Rendered {
  const tokens = parse(text)
  const headings = anchorHeadings(tokens, surroundings)
  markCallouts(tokens)
  markFigures(tokens, surroundings)
  const linkedIds = linksOf(tokens).flatMap(({ target }) => {
    const address = readAddress(target)
    return address?.kind === 'article' && isId(address.id) ? [address.id] : []
  })
  const env: Env = { surroundings }
  return {
    html: markdown.renderer.render(tokens, markdown.options, env as never),
    headings,
    plain: plainOf(tokens),
    linkedIds: [...new Set(linkedIds)],
  }
}

/** Anchors and levels: the page's title is the only first heading, so the text's own begin at two. */
function anchorHeadings(tokens: Token[], { anchors = createAnchors() }: Surroundings): Heading[] {
  const headings: Heading[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return
    const title = wordsOf(tokens[index + 1])
    const level = Math.max(2, Number(token.tag.slice(1)))
    token.tag = `h${level}`
    const close = tokens[index + 2]
    if (close) close.tag = token.tag
    if (title === '') return
    const id = anchors(title)
    token.attrSet('id', id)
    if (close) close.meta = { anchor: id }
    headings.push({ id, title, level })
  })
  return headings
}

/** A picture that stands alone is a figure, with its title as the caption. */
function markFigures(tokens: Token[], { files }: Surroundings) {
  tokens.forEach((token, index) => {
    const [picture, more] = token.type === 'inline' ? (token.children ?? []) : []
    const open = tokens[index - 1]
    const close = tokens[index + 1]
    const address = picture?.type === 'image' ? readAddress(String(picture.attrGet('src') ?? '')) : null
    if (
      !picture ||
      address?.kind !== 'picture' ||
      !files.has(address.id) ||
      more ||
      open?.type !== 'paragraph_open' ||
      open.hidden ||
      !close
    )
      return
    open.tag = 'figure'
    close.tag = 'figure'
    picture.meta = { figure: true }
  })
}

const rules = markdown.renderer.rules
const surroundingsOf = (env: unknown): Surroundings => (env as Env).surroundings
const { escapeHtml } = markdown.utils

rules['blockquote_open'] = (tokens, index, options, env, renderer) => {
  const token = tokens[index] as Token
  const kind = (token.meta as { callout?: CalloutKind } | null)?.callout
  const open = renderer.renderToken(tokens, index, options)
  return kind ? `${open.trimEnd()}<p class="callout-title">${escapeHtml(surroundingsOf(env).words[kind])}</p>\n` : open
}

rules['heading_close'] = (tokens, index, options, _env, renderer) => {
  const id = (tokens[index]?.meta as { anchor?: string } | null)?.anchor
  // For the mouse only: keyboards and screen readers have the list of contents.
  const anchor = id ? `<a class="anchor" href="#${escapeHtml(id)}" aria-hidden="true" tabindex="-1">#</a>` : ''
  return anchor + renderer.renderToken(tokens, index, options)
}

rules['table_open'] = (_tokens, _index, _options, env) =>
  `<div class="table-scroll" role="region" tabindex="0" aria-label="${escapeHtml(surroundingsOf(env).words.table)}"><table>\n`
rules['table_close'] = () => '</table></div>\n'

// The policy of the pages allows no style attributes, which is how alignment would be said.
for (const cell of ['th_open', 'td_open'])
  rules[cell] = (tokens, index, options, _env, renderer) => {
    const token = tokens[index] as Token
    const align = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1]
    if (align) token.attrs = [['align', align]]
    if (token.type === 'th_open') token.attrSet('scope', 'col')
    return renderer.renderToken(tokens, index, options)
  }

rules['link_open'] = (tokens, index, options, env, renderer) => {
  const token = tokens[index] as Token
  const address = readAddress(String(token.attrGet('href') ?? ''))
  const attachment = address?.kind === 'attachment' ? surroundingsOf(env).files.get(address.id) : undefined
  if (attachment) token.attrSet('href', fileUrl(attachment))
  else if (address?.kind === 'page') token.attrSet('href', `page:${address.url}`)
  else if (address?.kind === 'elsewhere') token.attrSet('rel', 'noopener noreferrer')
  else if (address && 'id' in address) token.attrSet('href', `${address.kind}:${address.id}${address.fragment}`)
  return renderer.renderToken(tokens, index, options)
}

rules['image'] = (tokens, index, _options, env) => {
  const token = tokens[index] as Token
  const address = readAddress(String(token.attrGet('src') ?? ''))
  const picture = address?.kind === 'picture' ? surroundingsOf(env).files.get(address.id) : undefined
  const alt = wordsOf(token)
  // Pictures of other sites are not loaded: that would tell them who reads here.
  if (!picture) return escapeHtml(alt)
  const caption = token.attrGet('title')
  const isFigure = (token.meta as { figure?: boolean } | null)?.figure
  return (
    pictureHtml(picture, alt) + (caption && isFigure ? `<figcaption>${escapeHtml(String(caption))}</figcaption>` : '')
  )
}
