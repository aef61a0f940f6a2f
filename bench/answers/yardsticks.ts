import { DatabaseSync } from 'node:sqlite'
import { create, insertMultiple, search } from '@orama/orama'
import MiniSearch from 'minisearch'
import { foldWord } from '../../src/platform/search/text/characters.ts'
import { languageOf } from '../../src/platform/search/text/languages.ts'
import type { Collection, Question } from './collection.ts'

/** Ranks articles for a question: ids, best first, at most ten. */
export type Engine = (question: Question) => string[] | Promise<string[]>

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** SQLite FTS5 with BM25; Porter for English. */
export function fts5({ articles, lang }: Collection): Engine {
  const database = new DatabaseSync(':memory:')
  const tokenize = lang === 'en' ? 'porter unicode61' : 'unicode61'
  database.exec(`CREATE VIRTUAL TABLE article USING fts5(id UNINDEXED, title, text, tokenize = '${tokenize}')`)
  const insert = database.prepare('INSERT INTO article VALUES (?, ?, ?)')
  database.exec('BEGIN')
  for (const { id, title, text } of articles) insert.run(id, title ?? '', text ?? '')
  database.exec('COMMIT')
  const select = database.prepare('SELECT id FROM article WHERE article MATCH ? ORDER BY rank LIMIT 10')
  return ({ text }) => {
    const query = words(text)
      .map((word) => `"${word}"`)
      .join(' OR ')
    return query === '' ? [] : select.all(query).map((row) => row['id'] as string)
  }
}

/** MiniSearch as it comes, or with settings. */
export function miniSearch(
  collection: Collection,
  settings: { fuzzy?: number; prefix?: boolean; stem?: boolean } = {},
): Engine {
  const language = languageOf(collection.lang)
  const processTerm = (term: string) => {
    const word = foldWord(term)
    return word === '' || language.isStop(word) ? null : language.stem(word)
  }
  const index = new MiniSearch({ fields: ['title', 'text'], idField: 'id', ...(settings.stem && { processTerm }) })
  index.addAll(collection.articles.map(({ id, title, text }) => ({ id, title: title ?? '', text: text ?? '' })))
  const options = {
    ...(settings.fuzzy && { fuzzy: settings.fuzzy }),
    ...(settings.prefix && { prefix: true }),
    ...(settings.stem && { boost: { title: 2 } }),
  }
  return ({ text }) =>
    index
      .search(text, options)
      .slice(0, 10)
      .map(({ id }) => id as string)
}

/** Orama as it comes, with the stemmer and stop words of the language. */
export async function orama({ articles, lang }: Collection): Promise<Engine> {
  const language = languageOf(lang)
  const normalize = (text: string): string[] => [
    ...new Set(
      words(text)
        .map(foldWord)
        .filter((word) => !language.isStop(word))
        .map((word) => language.stem(word)),
    ),
  ]
  const database = await create({
    schema: { id: 'string', title: 'string', text: 'string' } as const,
    components: { tokenizer: { language: lang, normalizationCache: new Map(), tokenize: normalize } },
  })
  await insertMultiple(
    database,
    articles.map(({ id, title, text }) => ({ id, title: title ?? '', text: text ?? '' })),
    500,
  )
  return async ({ text }) => {
    const { hits } = await search(database, { term: text, properties: ['title', 'text'], limit: 10 })
    return hits.map((hit) => hit.document.id)
  }
}

export const yardsticks: Record<string, (collection: Collection) => Engine | Promise<Engine>> = {
  FTS5: fts5,
  MiniSearch: (collection) => miniSearch(collection),
  'MiniSearch fuzzy': (collection) => miniSearch(collection, { fuzzy: 0.2, prefix: true }),
  'MiniSearch stem': (collection) => miniSearch(collection, { stem: true }),
  Orama: orama,
}
