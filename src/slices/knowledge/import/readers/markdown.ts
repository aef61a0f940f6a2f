import { readFrontMatter } from '../../front-matter.ts'
import { decode, LARGEST, nameOf, type Read, type SourceFile } from '../entry.ts'

/** Markdown files with or without front matter. Without a title there, the first heading of the text is it. */
export async function* readMarkdown(files: AsyncIterable<SourceFile>): AsyncIterable<Read> {
  for await (const file of files) yield await readOne(file)
}

async function readOne({ path, content }: SourceFile): Promise<Read> {
  const bytes = await content()
  if (bytes.length > LARGEST) return { where: path, problem: 'too_large' }
  const text = decode(bytes)
  if (text === null) return { where: path, problem: 'not_utf8' }
  try {
    const { fields, body } = readFrontMatter(text)
    const named = nameOf(path)
    const heading = /^#\s+(.+?)\s*#*\s*$/m.exec(body)
    const title = String(fields['title'] ?? heading?.[1] ?? '')
    if (!title.trim()) return { where: path, problem: 'no_title' }
    return {
      where: path,
      id: String(fields['id'] ?? named.id),
      lang: typeof fields['lang'] === 'string' ? fields['lang'] : named.lang,
      title,
      body: fields['title'] === undefined && heading ? body.replace(heading[0], '').trim() : body,
      fields,
    }
  } catch (error) {
    return { where: path, problem: 'broken', detail: (error as Error).message.split('\n')[0] ?? '' }
  }
}
