import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

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
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []

export function readCollection(folder: string): Collection {
  const articles = lines(join(folder, 'corpus.jsonl')).map((line) => JSON.parse(line) as Article)
  const relevant = new Map<string, Map<string, number>>()
  for (const line of lines(join(folder, 'qrels.tsv'))) {
    const [question, article, grade] = line.split('\t') as [string, string, string]
    if (!(Number(grade) > 0)) continue
    const grades = relevant.get(question) ?? new Map<string, number>()
    grades.set(article, Number(grade))
    relevant.set(question, grades)
  }
  const questionsOf = (file: string): Question[] =>
    lines(join(folder, file)).map((line) => {
      const { id, text, lang, answers } = JSON.parse(line) as {
        id: string
        text: string
        lang?: string
        answers?: string[]
      }
      return {
        id: String(id),
        text,
        lang: lang ?? articles[0]?.lang ?? 'en',
        relevant: relevant.get(String(id)) ?? new Map(),
        answers: answers ?? [],
      }
    })
  return {
    name: basename(folder),
    lang: articles[0]?.lang ?? 'en',
    articles,
    questions: questionsOf('queries.jsonl').filter((question) => question.relevant.size > 0),
    unanswerable: [...questionsOf('queries_oos.jsonl'), ...questionsOf('queries_unanswerable.jsonl')],
  }
}

/** Which half a question belongs to, by a hash of its id: parameters come from one half, figures from the other. */
export function isTuning(question: Question): boolean {
  let hash = 2166136261
  for (const character of question.id) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 16777619)
  return ((hash ^ (hash >>> 15)) & 1) === 0
}
