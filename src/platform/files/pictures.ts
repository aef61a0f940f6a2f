import type { Sharp } from 'sharp'
import { refuse } from '../../kernel/refusal.ts'

/** Widths in which smaller renditions are made; any other is refused, so that nobody can fill the store with them. */
export const RENDITION_WIDTHS = [160, 320, 640, 960, 1280, 1920] as const

/** Largest picture that is decoded, in pixels over all frames: some hundred bytes can otherwise unfold into gigabytes. */
const MOST_PIXELS = 60_000_000
/** Pictures are kept at most so wide and high. */
const LONGEST_SIDE = 4096

/** The library is loaded with the first picture: it takes memory and time that a process without uploads never needs. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  // Pictures come one by one: threads within one of them would take memory and the other requests' cores.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/**
 * Decodes a picture and writes it anew: turned upright, without metadata (place, camera, owner), at most 4096 pixels a side.
 * Whatever was hidden in the file besides the picture is gone.
 */
export async function rewritePicture(from: string, to: string, type: string, field: string) {
  const sharp = await loadSharp()
  try {
    const picture = sharp(from, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: type === 'image/gif' })
    const { pages = 1 } = await picture.metadata()
    const upright =
      pages > 1
        ? picture
        : picture.autoOrient().resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    const written = await encode(upright, type).toFile(to)
    return { width: written.width, height: written.pageHeight ?? written.height, size: written.size }
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (message.includes('pixel limit'))
      throw refuse.field(field, 'files.tooManyPixels', { megapixels: MOST_PIXELS / 1_000_000 })
    if (/no space|ENOSPC|write error|wwrite/i.test(message)) throw error
    throw refuse.field(field, 'files.brokenPicture')
  }
}

/** Writes a WebP at most `width` pixels wide. */
export async function writeRendition(from: string, to: string, width: number) {
  const sharp = await loadSharp()
  const written = await sharp(from, { limitInputPixels: MOST_PIXELS })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 78 })
    .toFile(to)
  return { size: written.size }
}

function encode(picture: Sharp, type: string): Sharp {
  switch (type) {
    case 'image/png':
      return picture.png()
    case 'image/webp':
      return picture.webp({ quality: 86 })
    case 'image/gif':
      return picture.gif()
    case 'image/avif':
      return picture.avif({ quality: 60, effort: 2 })
    default:
      return picture.jpeg({ quality: 86 })
  }
}
