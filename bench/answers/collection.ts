import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

export interface Article {
  id: string
  title: string
  text: string
  lang: string
}

export interface Question {
  id: string
  text: string
  lang: string
  /** Article → grade. */
  relevant: Map<string, number>
  /** Exact answers, where the collection has them. */
  answers: string[]
}

/** A folder with corpus.jsonl, queries.jsonl and qrels.tsv. */
export interface Collection {
  name: string
  lang: string
  articles: Article[]
  questions: Question[]
  /** Questions that nothing here answers, where the collection has some. */
  unanswerable: Question[]
}

const lines = (path: string): string[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
    : []

interface Row {
  id?: unknown
  _id?: unknown
  title?: unknown
  text?: unknown
  lang?: unknown
  answers?: unknown
}

const rows = (path: string): Row[] => lines(path).map((line) => JSON.parse(line) as Row)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : value == null ? '' : String(value))

/**
 * Reads a folder of the form. Forgiving: ids may be numbers, titles, texts, languages and grades may be missing, a header in
 * qrels.tsv is passed over, and of several articles with one id the last counts, as in the index.
 */
export function readCollection(folder: string): Collection {
  const read = rows(join(folder, 'corpus.jsonl'))
  const lang = read.map((row) => textOf(row.lang)).find(Boolean) ?? 'en'
  const articles = new Map<string, Article>()
  for (const row of read) {
    const id = textOf(row.id ?? row._id)
    articles.set(id, { id, title: textOf(row.title), text: textOf(row.text), lang: textOf(row.lang) || lang })
  }
  const relevant = relevantOf(join(folder, 'qrels.tsv'))
  const questionsOf = (file: string): Question[] =>
    rows(join(folder, file)).map((row) => {
      const id = textOf(row.id ?? row._id)
      return {
        id,
        text: textOf(row.text),
        lang: textOf(row.lang) || lang,
        relevant: relevant.get(id) ?? new Map(),
        answers: Array.isArray(row.answers) ? row.answers.map(textOf).filter(Boolean) : [],
      }
    })
  return {
    name: basename(resolve(folder)),
    lang,
    articles: [...articles.values()],
    questions: questionsOf('queries.jsonl').filter((question) => question.relevant.size > 0),
    unanswerable: [...questionsOf('queries_oos.jsonl'), ...questionsOf('queries_unanswerable.jsonl')],
  }
}

/** Question → article → grade. Lines of three columns, of four as in TREC (the second is passed over), or of two (grade 1). */
function relevantOf(path: string): Map<string, Map<string, number>> {
  const relevant = new Map<string, Map<string, number>>()
  for (const line of lines(path)) {
    const columns = line.split('\t')
    const [question = '', article = '', grade = '1'] =
      columns.length > 3 ? [columns[0], columns[2], columns[3]] : columns.map((column) => column.trim())
    if (!(Number(grade) > 0) || article === '') continue
    const grades = relevant.get(question) ?? new Map<string, number>()
    grades.set(article, Number(grade))
    relevant.set(question, grades)
  }
  return relevant
}

/** Which half a question belongs to, by a hash of its id: parameters come from one half, figures from the other. */
export function isTuning(question: Question): boolean {
  let hash = 2166136261
  for (const character of question.id) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 16777619)
  return ((hash ^ (hash >>> 15)) & 1) === 0
}
