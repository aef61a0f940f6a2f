import yauzl from 'yauzl'
import { ExtractionFailed } from '../../kernel/extraction.ts'

const MOST_ENTRIES = 5000
const MOST_BYTES = 200_000_000
/** Real office documents compress to about a tenth; a bomb to a thousandth. */
const MOST_RATIO = 150

/**
 * Looks at every entry of an office document before any reader does, and unpacks them while counting: a zip bomb is refused after at most
 * {@link MOST_BYTES}, whatever its directory claims.
 * @param wanted names of entries whose content the caller needs; `all` but folders, hidden ones and paths that lead elsewhere
 * @throws ExtractionFailed `too_large` or `damaged`
 */
export async function checkArchive(
  content: Uint8Array,
  wanted: readonly string[] | 'all' = [],
): Promise<Record<string, Uint8Array>> {
  const archive = await open(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
  const found: Record<string, Uint8Array> = {}
  let entries = 0
  let bytes = 0
  try {
    for await (const entry of each(archive)) {
      entries++
      if (entries > MOST_ENTRIES || entry.uncompressedSize > Math.max(1_000_000, entry.compressedSize * MOST_RATIO))
        throw new ExtractionFailed('too_large')
      const parts: Buffer[] = []
      for await (const chunk of await stream(archive, entry)) {
        bytes += (chunk as Buffer).length
        if (bytes > MOST_BYTES) throw new ExtractionFailed('too_large')
        if (isWanted(entry.fileName, wanted)) parts.push(chunk as Buffer)
      }
      if (isWanted(entry.fileName, wanted)) found[entry.fileName] = Buffer.concat(parts)
    }
  } catch (error) {
    throw error instanceof ExtractionFailed ? error : new ExtractionFailed('damaged')
  } finally {
    archive.close()
  }
  return found
}

function open(content: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(content, { lazyEntries: true, validateEntrySizes: true }, (error, archive) =>
      error || !archive ? reject(new ExtractionFailed('damaged')) : resolve(archive),
    )
  })
}

async function* each(archive: yauzl.ZipFile): AsyncIterable<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | null>((resolve, reject) => {
      const done = (value: yauzl.Entry | null, error?: Error) => {
        archive.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error')
        if (error) reject(error)
        else resolve(value)
      }
      archive.once('entry', (one: yauzl.Entry) => done(one))
      archive.once('end', () => done(null))
      archive.once('error', (error: Error) => done(null, error))
      archive.readEntry()
    })
    if (!entry) return
    yield entry
  }
}

function stream(archive: yauzl.ZipFile, entry: yauzl.Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, content) => (error || !content ? reject(error) : resolve(content)))
  })
}

function isWanted(name: string, wanted: readonly string[] | 'all'): boolean {
  return wanted === 'all'
    ? !name.endsWith('/') && !/(^|\/)\./.test(name) && !name.startsWith('__MACOSX/')
    : wanted.includes(name)
}
