import { Readable } from 'node:stream'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { refuse } from '../../../kernel/refusal.ts'
import { definePage } from '../../../ui/page.ts'
import { FORMATS, type Format } from '../import/entry.ts'
import type { ExportedTranslation } from './export-articles.ts'
import { exportPart } from './operations/export-part.ts'
import { writer } from './write.ts'

/** Gives all articles out as a download: one file (CSV, JSON lines) or a zip of files (Markdown, HTML), streamed. */
export const exportPage = definePage({
  path: '/admin/export/:format',
  requires: 'knowledge.manage',
  async get(call) {
    const format = FORMATS.find((one) => one === call.params['format'])
    if (!format) throw refuse.notFound()
    const read = (after: string | null) => call.run(exportPart, after ? { after } : {})
    const isArchive = format === 'markdown' || format === 'html'
    const name = `articles-${call.now.toISOString().slice(0, 10)}.${isArchive ? `${format}.zip` : format}`
    return {
      raw: Readable.from(isArchive ? zipped(format, read) : lines(format, read)),
      type: isArchive
        ? 'application/zip'
        : format === 'csv'
          ? 'text/csv; charset=utf-8'
          : 'application/jsonl; charset=utf-8',
      headers: { 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
    }
  },
})

type ReadPart = (after: string | null) => Promise<{ items: ExportedTranslation[]; next: string | null }>

async function* parts(read: ReadPart) {
  let after: string | null = null
  do {
    const part: Awaited<ReturnType<ReadPart>> = await read(after)
    yield part.items
    after = part.next
  } while (after)
}

async function* lines(format: Format, read: ReadPart) {
  const { head, write } = writer(format)
  if (head) yield head
  for await (const items of parts(read)) yield items.map(write).join('')
}

async function* zipped(format: Format, read: ReadPart) {
  const { path, write } = writer(format)
  let waiting: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    waiting.push(chunk)
  })
  for await (const items of parts(read)) {
    for (const item of items) {
      const entry = new ZipDeflate(path(item), { level: 6 })
      zip.add(entry)
      entry.push(strToU8(write(item)), true)
    }
    yield Buffer.concat(waiting)
    waiting = []
  }
  zip.end()
  yield Buffer.concat(waiting)
}
