import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Ctx } from '../../../kernel/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { personIdsByKey } from '../../identity/index.ts'
import { insertDocument } from './store.ts'

interface DemoDocument {
  key: string
  file: string
  lang: Lang
  title: string
  summary: string
  category: string
  audience: string
  owner: string
}

/** What names of the demonstration stand for. */
interface Places {
  category(key: string): { id: string; portals: string[] } | undefined
  audience(key: string): string | null
}

/** Loads the manuals of the demonstration; their text is got in jobs. Gives the id of each by the name of its file. */
export async function loadDemoDocuments(ctx: Ctx, folder: string, places: Places): Promise<Map<string, string>> {
  const documents = parse(await readFile(join(folder, 'documents.yaml'), 'utf8')) as DemoDocument[]
  const owners = await personIdsByKey(
    ctx,
    documents.map((one) => one.owner),
  )
  const ids = new Map<string, string>()
  for (const { key, file: name, lang, title, summary, category, audience, owner } of documents) {
    const file = await ctx.files.receive(createReadStream(join(folder, 'documents', name)), { name })
    const id = newId()
    await ctx.files.claim([file.id], `document:${id}`)
    const place = places.category(category)
    const fields = {
      ...{ lang, title, description: summary, categoryId: place?.id ?? null, audienceId: places.audience(audience) },
      portals: place?.portals ?? [],
    }
    await insertDocument(ctx, id, file, fields, { externalKey: key, ownerId: owners.get(owner) ?? null })
    await ctx.jobs.enqueue('knowledge.extractDocument', { id, fileId: file.id })
    ids.set(name, id)
  }
  return ids
}
