import MarkdownIt from 'markdown-it'

/** Addresses that may stand behind a link; everything else stays text. */
const ALLOWED = /^(https?:|mailto:|tel:|#|\/)/

/**
 * The HTML of a legal page's Markdown. HTML in the text is shown as text; links that begin with `/` lead into the reader's portal and
 * language; addresses of other kinds lead nowhere.
 * @param url address of a page of the portal, `/contact` → `/de/contact`
 */
export function renderText(text: string, url: (path: string) => string): string {
  const markdown = new MarkdownIt({ html: false, linkify: true })
  const plain =
    markdown.renderer.rules.link_open ??
    ((tokens, index, options, _env, self) => self.renderToken(tokens, index, options))
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index]
    const href = String(token?.attrGet('href') ?? '')
    if (!ALLOWED.test(href) && token) token.attrs = null
    else if (href.startsWith('/') && !href.startsWith('//')) token?.attrSet('href', url(href))
    return plain(tokens, index, options, env, self)
  }
  return markdown.render(text)
}
