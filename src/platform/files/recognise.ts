import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** Pictures that are taken in; every one of them is decoded and written anew. SVG is not among them: it can carry scripts. */
export const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const

/** Endings of the types that may be uploaded; the first one is given to files whose name fits none. */
const ENDINGS: Record<string, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/avif': ['avif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'text/plain': ['txt', 'log', 'md', 'csv', 'json', 'jsonl', 'ics', 'vcf'],
}

/** Types that may be uploaded unless a caller allows fewer (or, for imports, others). */
export const ALLOWED_TYPES: readonly string[] = Object.keys(ENDINGS)

/** So much of a file decides whether it is text. */
const SAMPLE = 65_536

/** Finds out the media type of a file from its content; null when it is none that is known. */
export async function recognise(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path)
  if (found) return found.mime
  const sample = await beginningOf(path)
  if (!looksLikeText(sample)) return null
  return looksLikeMarkup(sample) ? 'text/html' : 'text/plain'
}

/** The name, with an ending that fits its type: `photo.exe` with a PNG inside becomes `photo.exe.png`. */
export function fittingName(name: string, type: string): string {
  const endings = ENDINGS[type]
  if (!endings) return name
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase()
  return ending && endings.includes(ending) ? name : `${name}.${endings[0]}`
}

async function beginningOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function looksLikeText(sample: Buffer): boolean {
  const whole = sample.length === SAMPLE ? sample.subarray(0, lastWholeCharacter(sample)) : sample
  return isUtf8(whole) ? !hasControls(whole) : !hasControls(whole) && !whole.includes(0x7f)
}

/** Where a sample that was cut anywhere ends with a whole character of UTF-8. */
function lastWholeCharacter(sample: Buffer): number {
  let end = sample.length
  while (end > sample.length - 4 && ((sample[end - 1] as number) & 0xc0) === 0x80) end--
  return ((sample[end - 1] as number) & 0xc0) === 0xc0 ? end - 1 : end
}

function hasControls(sample: Buffer): boolean {
  return sample.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c)
}

/** Anything a browser might run when it were served carelessly. */
function looksLikeMarkup(sample: Buffer): boolean {
  return /^[\s\uFEFF]*<(!doctype|html|svg|script|head|body|iframe|\?xml|!--)/i.test(sample.toString('utf8'))
}
