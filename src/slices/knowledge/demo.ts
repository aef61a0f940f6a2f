import { createReadStream } from 'node:fs'
import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Ctx } from '../../kernel/ctx.ts'
import type { StoredFile } from '../../kernel/files.ts'
import { newId } from '../../kernel/ids.ts'
import { LANGS, type Lang } from '../../kernel/lang.ts'
import { audienceChoices, personIdsByKey } from '../identity/index.ts'
import { Content } from './content.ts'
import { loadEditing } from './demo-editing.ts'
import { loadDemoDocuments } from './documents/demo.ts'
import { readFrontMatter } from './front-matter.ts'
import { namesIn, withIds } from './markdown/references.ts'
import { insertCategories, insertProducts, type StoredCategory } from './store/tree.ts'
import { type IncomingArticle, storeArticles } from './store-articles.ts'

type Texts = Partial<Record<Lang, string>>

interface DemoCategory {
  key: string
  icon: string
  portals?: string[]
  audience?: string
  title: Texts
  description: Texts
  slug: Texts
  children?: DemoCategory[]
}

/** Loads categories, products and articles of the demonstration, with their pictures. */
export async function loadDemo(ctx: Ctx, folder: string) {
  const audiences = new Map((await audienceChoices(ctx)).map(({ key, id }) => [key, id]))
  const categories = await loadCategories(ctx, folder, audiences)
  const products = await loadProducts(ctx, folder)
  const documents = await loadDemoDocuments(ctx, folder, {
    category: (key) => categories.get(key),
    audience: (key) => audienceOf(audiences, key),
  })
  const files = await readArticles(join(folder, 'articles'))
  const owners = await personIdsByKey(ctx, [...new Set(files.map(({ fields }) => text(fields['owner'])))])
  const byKey = Map.groupBy(files, ({ fields }) => text(fields['id']))
  const incoming = await Promise.all(
    [...byKey].map(async ([externalKey, versions]): Promise<IncomingArticle> => {
      const fields = versions[0]?.fields ?? {}
      const id = newId()
      const category = categories.get(text(fields['category']))
      const contents = versions.map((version) => contentOf(version))
      const pictures = await takePictures(ctx, folder, id, contents)
      const checkedAt = new Date(text(fields['checked']))
      return {
        externalKey,
        id,
        kind: text(fields['kind']) as IncomingArticle['kind'],
        categoryId: category?.id ?? null,
        products: list(fields['products']).flatMap((key) => products.get(key) ?? []),
        audienceId: audienceOf(audiences, text(fields['audience'])),
        portals: category?.portals ?? [],
        ownerId: owners.get(text(fields['owner'])) ?? null,
        authorId: owners.get(text(fields['owner'])) ?? null,
        checkedAt,
        publishedAt: checkedAt,
        files: [...pictures.values()],
        translations: versions.map(({ lang, fields: own }, n) => ({
          lang,
          slug: text(own['slug']) || undefined,
          content: withIds(
            contents[n] as Content,
            new Map([
              ...[...pictures].map(([name, file]) => [`picture:${name}`, file.id] as const),
              ...[...documents].map(([name, id]) => [`document:${name}`, id] as const),
            ]),
          ),
        })),
      }
    }),
  )
  const stored = await storeArticles(ctx, incoming)
  await loadEditing(ctx, folder, new Map(stored.map(({ externalKey, id }) => [externalKey, id])))
}

async function loadCategories(ctx: Ctx, folder: string, audiences: ReadonlyMap<string, string>) {
  const tree = await readYaml<DemoCategory[]>(join(folder, 'categories.yaml'))
  const all = new Map<string, Parameters<typeof insertCategories>[1][number]>()
  const add = (own: DemoCategory, position: number, parent: StoredCategory | null) => {
    const id = newId()
    const category = {
      id,
      key: parent ? `${parent.key}/${own.key}` : own.key,
      parent_id: parent?.id ?? null,
      path: [...(parent?.path ?? []), id],
      position,
      icon: own.icon,
      audience_id: own.audience ? audienceOf(audiences, own.audience) : (parent?.audience_id ?? null),
      portals: own.portals ?? parent?.portals ?? [],
      translations: LANGS.flatMap((lang) => {
        const title = own.title[lang]
        const slug = own.slug[lang]
        return title && slug ? [{ lang, title, slug, description: own.description[lang] ?? '' }] : []
      }),
    }
    all.set(category.key, category)
    own.children?.forEach((child, n) => {
      add(child, n, category)
    })
  }
  tree.forEach((own, n) => {
    add(own, n, null)
  })
  await insertCategories(ctx, [...all.values()])
  return all
}

async function loadProducts(ctx: Ctx, folder: string) {
  const products = await readYaml<{ key: string; icon: string; portals?: string[]; title: Record<string, string> }[]>(
    join(folder, 'products.yaml'),
  )
  const rows = products.map(({ key, icon, portals = [], title: titles }, position) => ({
    ...{ id: newId(), key, icon, titles, portals, position },
  }))
  await insertProducts(ctx, rows)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** `articles/KEY/LANG.md`, the original language first: German where there is German. */
async function readArticles(folder: string) {
  const keys = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  const wanted = keys.sort().flatMap((key) => LANGS.map((lang) => ({ lang, path: join(folder, key, `${lang}.md`) })))
  const read = await Promise.all(
    wanted.map(async ({ lang, path }) => {
      const file = await readFile(path, 'utf8').catch(() => null)
      return file === null ? [] : [{ lang, ...readFrontMatter(file) }]
    }),
  )
  return read.flat()
}

function contentOf({ fields, body }: { fields: Record<string, unknown>; body: string }): Content {
  return Content.parse({
    title: text(fields['title']),
    summary: text(fields['summary']),
    body,
    symptom: text(fields['symptom']),
    cause: text(fields['cause']),
    workaround: text(fields['workaround']),
    fixedIn: text(fields['fixedIn']),
    keywords: list(fields['keywords']),
    tags: list(fields['tags']),
  })
}

/** Stores the pictures that the translations of an article show, each once. */
async function takePictures(ctx: Ctx, folder: string, articleId: string, contents: Content[]) {
  const names = new Set(contents.flatMap(namesIn).flatMap(({ kind, name }) => (kind === 'picture' ? [name] : [])))
  const taken = new Map<string, StoredFile>()
  for (const name of names) {
    const path = join(folder, 'pictures', name)
    if (!(await exists(path))) continue
    const file = await ctx.files.receive(createReadStream(path), { name })
    await ctx.files.claim([file.id], `article:${articleId}`)
    taken.set(name, file)
  }
  return taken
}

function audienceOf(audiences: ReadonlyMap<string, string>, key: string): string | null {
  if (key === '' || key === 'everyone') return null
  const id = audiences.get(key)
  if (!id) throw new Error(`the demonstration names an audience that does not exist: ${key}`)
  return id
}

async function readYaml<T>(path: string): Promise<T> {
  return parse(await readFile(path, 'utf8')) as T
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function text(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text).filter(Boolean) : []
}
