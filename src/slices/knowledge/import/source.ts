import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { type Format, formatOf, type Read, type SourceFile } from './entry.ts'
import { readHtml } from './readers/html.ts'
import { readMarkdown } from './readers/markdown.ts'
import { readCsv, readJsonLines } from './readers/rows.ts'

/** Something that articles are taken over from. */
export interface Source {
  formats: Format[]
  entries: AsyncIterable<Read>
  /** Opens a picture by its path inside the source; null when there is none. */
  open(path: string): Promise<Readable | null>
}

/** The most files that a source may have. */
const MOST_FILES = 50_000

/** A file or folder on this machine, for the command line. Null when nothing in it can be read. */
export async function openPath(path: string): Promise<Source | null> {
  const isFolder = (await stat(path)).isDirectory()
  const root = isFolder ? path : join(path, '..')
  const paths = isFolder ? await listFiles(path) : [basename(path)]
  return sourceOf(
    paths.map((one) => ({ path: one, content: () => readFile(join(root, one)) })),
    async (one) => {
      const full = join(root, one)
      return relative(root, full).startsWith('..') || !(await stat(full).catch(() => null))?.isFile()
        ? null
        : createReadStream(full)
    },
  )
}

/** Files that were unpacked in memory, for uploads. Null when none can be read. */
export function openFiles(files: Record<string, Uint8Array>): Source | null {
  return sourceOf(
    Object.entries(files).map(([path, content]) => ({ path, content: async () => content })),
    async (path) => (files[path] ? Readable.from([Buffer.from(files[path])]) : null),
  )
}

function sourceOf(all: SourceFile[], open: Source['open']): Source | null {
  const byFormat = Map.groupBy(
    all.filter((file) => formatOf(file.path) !== null),
    (file) => formatOf(file.path) as Format,
  )
  if (byFormat.size === 0) return null
  return {
    formats: [...byFormat.keys()],
    open,
    entries: (async function* () {
      for (const [format, files] of byFormat) yield* READERS[format](each(files))
    })(),
  }
}

const READERS: Record<Format, (files: AsyncIterable<SourceFile>) => AsyncIterable<Read>> = {
  markdown: readMarkdown,
  html: readHtml,
  csv: readCsv,
  jsonl: readJsonLines,
}

async function* each(files: SourceFile[]) {
  yield* files
}

/** Files below a folder in the order of their paths, without hidden ones and links. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && extname(entry.name) !== '')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  return paths
    .filter((path) => !/^README\.md$/i.test(path))
    .sort()
    .slice(0, MOST_FILES)
}
