import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { decode, LARGEST, type Read, type SourceFile } from '../entry.ts'
import { htmlToMarkdown, textToMarkdown } from './html-to-markdown.ts'

/** A table with a head: one row a translation. Columns are named as in front matter, the text as `body` (Markdown), `text` or `html`. */
export async function* readCsv(files: AsyncIterable<SourceFile>): AsyncIterable<Read> {
  for await (const { path, content } of files) {
    const text = decode(await content())
    if (text === null) {
      yield { where: path, problem: 'not_utf8' }
      continue
    }
    const delimiter = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ','
    const rows = Readable.from([text]).pipe(
      parse({ columns: true, bom: true, delimiter, skip_empty_lines: true, info: true, trim: true }),
    )
    try {
      for await (const { record, info } of rows as AsyncIterable<{
        record: Record<string, string>
        info: { lines: number }
      }>)
        yield await entryOf(
          `${path}, line ${info.lines}`,
          Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '')),
        )
    } catch (error) {
      yield { where: path, problem: 'broken', detail: (error as Error).message.split('\n')[0] ?? '' }
    }
  }
}

/** JSON lines `{id, title, text, lang, …}`. A broken line is reported and the next one read. */
export async function* readJsonLines(files: AsyncIterable<SourceFile>): AsyncIterable<Read> {
  for await (const { path, content } of files) {
    const text = decode(await content())
    if (text === null) {
      yield { where: path, problem: 'not_utf8' }
      continue
    }
    let number = 0
    for await (const line of createInterface({ input: Readable.from([text]), crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      if (line.trim() === '') continue
      yield await readLine(`${path}, line ${number}`, line)
    }
  }
}

async function readLine(where: string, line: string): Promise<Read> {
  if (line.length > LARGEST) return { where, problem: 'too_large' }
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { where, problem: 'broken' }
    return await entryOf(where, value as Record<string, unknown>)
  } catch {
    return { where, problem: 'broken' }
  }
}

async function entryOf(where: string, fields: Record<string, unknown>): Promise<Read> {
  const string = (name: string) =>
    typeof fields[name] === 'string' || typeof fields[name] === 'number' ? String(fields[name]) : ''
  if (!string('id').trim()) return { where, problem: 'no_id' }
  if (!string('title').trim()) return { where, problem: 'no_title' }
  const body =
    string('body') || (string('html') ? await htmlToMarkdown(string('html')) : textToMarkdown(string('text')))
  return { where, id: string('id').trim(), lang: string('lang') || null, title: string('title'), body, fields }
}
