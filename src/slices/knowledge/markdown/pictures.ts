import { markdown } from './parser.ts'

/** What rendering needs to know of a picture. Pixels. */
export interface Picture {
  id: string
  name: string
  width: number | null
  height: number | null
}

/** Widths in which pictures are offered; the file store makes them once. */
const WIDTHS = [320, 640, 960, 1280]

/** The address of a file, or of a rendition of a picture. */
export function fileUrl(file: { id: string; name: string }, width?: number): string {
  return `/files/${file.id}/${encodeURIComponent(file.name)}${width ? `?w=${width}` : ''}`
}

/** A picture with its sizes, so that the page does not move when it arrives. Empty alternative text is kept: the check names it. */
export function pictureHtml(picture: Picture, alt: string): string {
  const { escapeHtml } = markdown.utils
  const { width, height } = picture
  const offered = WIDTHS.filter((one) => !width || one < width)
  const largest = Math.min(width ?? 1280, 1280)
  const sizes = [...offered.map((one) => `${fileUrl(picture, one)} ${one}w`)]
  if (width && width <= 1280) sizes.push(`${fileUrl(picture)} ${width}w`)
  const dimensions = width && height ? ` width="${largest}" height="${Math.round((height * largest) / width)}"` : ''
  const srcset =
    sizes.length > 1 ? ` srcset="${escapeHtml(sizes.join(', '))}" sizes="(min-width: 48rem) 42rem, 100vw"` : ''
  return `<img src="${escapeHtml(fileUrl(picture, offered.at(-1)))}"${srcset}${dimensions} alt="${escapeHtml(alt)}" loading="lazy" decoding="async">`
}
