/** Where things that articles lead to are found by this reader; null: not to be read by them. */
export interface Places {
  article(id: string): string | null
  /** Address of a page of the portal for a path such as `/contact`. */
  page(path: string): string
}

const LINK = /<a href="(article|document|category|attachment|picture|page):([^"#]*)(#[^"]*)?"([^>]*)>([\s\S]*?)<\/a>/g

/**
 * Puts real addresses in place of `article:ID` and its like in rendered HTML. Links to what the reader may not read lose their link and
 * keep their words.
 */
export function placeLinks(html: string, places: Places): string {
  return html.replace(LINK, (_all, kind: string, id: string, fragment = '', rest: string, words: string) => {
    const href = hrefOf(kind, id, fragment, places)
    return href === null ? words : `<a href="${href}"${rest}>${words}</a>`
  })
}

function hrefOf(kind: string, id: string, fragment: string, places: Places): string | null {
  if (kind === 'page') return places.page(id) + fragment
  if (kind === 'category') return places.page(`/help/category/${id}`)
  if (kind === 'document') {
    const page = /^#page=(\d{1,5})$/.exec(fragment)?.[1]
    return places.page(`/documents/${id}${page ? `?page=${page}` : ''}`)
  }
  if (kind !== 'article') return null
  const path = places.article(id)
  return path === null ? null : places.page(path) + fragment
}
