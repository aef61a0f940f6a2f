import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Article {
  title: string
  text: string
  lang: string
}

/** Folder of real help articles, beside the project or named by THEKE_SHARED; see its README for source and licence. */
const SHARED = process.env['THEKE_SHARED'] ?? join('..', 'shared')

/** Real articles: those of the shared folder where it is there, else the demonstration's own. */
function realArticles(): Article[] {
  const folder = join(SHARED, 'data', 'articles')
  if (existsSync(folder))
    return readdirSync(folder)
      .filter((name) => existsSync(join(folder, name, 'corpus.jsonl')))
      .flatMap((name) =>
        readFileSync(join(folder, name, 'corpus.jsonl'), 'utf8')
          .trim()
          .split('\n'),
      )
      .map((line) => JSON.parse(line) as Article)
  return readdirSync(join('demo', 'articles')).flatMap((key) =>
    readdirSync(join('demo', 'articles', key)).map((name) => {
      const text = readFileSync(join('demo', 'articles', key, name), 'utf8')
      return {
        title: /^title: (.+)$/m.exec(text)?.[1] ?? key,
        text: text.split('---').slice(2).join('---'),
        lang: name.slice(0, 2),
      }
    }),
  )
}

/** Writes so many articles as JSON lines, recombined from real ones: title of one, halves of the texts of two others of its language. */
export function writeRecombined(path: string, count: number) {
  const byLang = Map.groupBy(realArticles(), (article) => article.lang)
  const langs = [...byLang.keys()]
  const lines: string[] = []
  for (let n = 0; n < count; n++) {
    const own = byLang.get(langs[n % langs.length] as string) as Article[]
    const pick = (salt: number) => own[(n * 7919 + salt * 104729) % own.length] as Article
    const [first, second] = [pick(1).text.split('\n'), pick(2).text.split('\n')]
    const text = [...first.slice(0, Math.ceil(first.length / 2)), ...second.slice(Math.floor(second.length / 2))].join(
      '\n',
    )
    lines.push(JSON.stringify({ id: `recombined-${n}`, title: `${pick(0).title} ${n}`, text, lang: own[0]?.lang }))
  }
  writeFileSync(path, `${lines.join('\n')}\n`)
}
