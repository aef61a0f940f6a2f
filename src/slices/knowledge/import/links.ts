import type { Readable } from 'node:stream'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { StoredFile } from '../../../kernel/files.ts'
import { nameOf } from './entry.ts'

/** A link or picture of Markdown whose address is a path inside the source. */
const RELATIVE = /(!?\[[^\]]*\]\(<?)(?![a-z][a-z0-9+.-]*:|[/#])([^)\s>]+)/gi

/** Links from file to file become links from article to article, so that they survive every renaming. */
export function linkArticles(body: string, path: string, prefix: string): string {
  return body.replace(RELATIVE, (all, before: string, address: string) => {
    const [file = '', anchor] = address.split('#')
    if (before.startsWith('!') || !/\.(md|markdown|html?)$/i.test(file)) return all
    const { id } = nameOf(resolvePath(path, file))
    return `${before}article:${prefix}${id}${anchor ? `#${anchor}` : ''}`
  })
}

/** Paths, inside the source, of the pictures that a text shows. */
export function picturesIn(body: string, path: string): { address: string; path: string }[] {
  return [...body.matchAll(RELATIVE)]
    .filter(([, before = '', address = '']) => before.startsWith('!') && /\.(png|jpe?g|gif|webp|avif)$/i.test(address))
    .map(([, , address = '']) => ({ address, path: resolvePath(path, decodeURI(address)) }))
}

/**
 * Takes pictures of the source into the article's files. A picture that the article has already, byte by byte, is not taken twice: repeating
 * an import changes nothing.
 * @returns the text with the pictures' new addresses, and all files of the article
 */
export async function takePictures(
  ctx: Ctx,
  articleId: string,
  body: string,
  path: string,
  open: (path: string) => Promise<Readable | null>,
): Promise<{ body: string; files: StoredFile[] }> {
  const owner = `article:${articleId}`
  const files = await ctx.files.of(owner)
  let text = body
  for (const picture of picturesIn(body, path)) {
    const content = await open(picture.path)
    if (!content) continue
    const received = await ctx.files.receive(content, { name: picture.path.split('/').at(-1) ?? 'picture' })
    const same = files.find((file) => file.sha256 === received.sha256)
    if (same) await ctx.files.remove(received.id)
    else {
      await ctx.files.claim([received.id], owner)
      files.push(received)
    }
    text = text.replaceAll(`](${picture.address}`, `](picture:${(same ?? received).id}`)
  }
  return { body: text, files }
}

/** `../img/x.png` seen from `guides/meter/de.md` → `guides/img/x.png`; never leaves the source. */
function resolvePath(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
