import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { installationCommands } from '../process/commands/commands.ts'
import { pages, slices } from '../slices.ts'

/** What is written keeps to what is there: links lead to files and headings, and pages, permissions and commands that are named exist. */

const root = join(import.meta.dirname, '../..')
const documents = globSync(['*.md', 'docs/**/*.md', 'src/**/README.md', 'demo/README.md', 'bench/README.md'], {
  cwd: root,
}).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** Everything that a pattern finds in the documents, with the document. */
function named(pattern: RegExp, inside = documents): { path: string; name: string }[] {
  return inside.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ path, name: match[1] as string })),
  )
}

describe('what is written', () => {
  it('links to files and headings that exist', () => {
    const links = named(/\]\((?!https?:|mailto:)([^)\s]+)\)/g, documents.map(withoutCode))
    const broken = links.filter(({ path, name }) => {
      const [file, heading] = name.split('#')
      const target = file ? join(root, dirname(path), file) : join(root, path)
      return !existsSync(target) || (heading ? !headingsOf(target).includes(heading) : false)
    })
    expect(links.length).toBeGreaterThan(50)
    expect(broken).toEqual([])
  })

  it('names pages and addresses of the API that exist', () => {
    const api = slices.flatMap(({ operations }) =>
      operations.flatMap(({ http }) => (http ? [`/api/v1${http.path}`] : [])),
    )
    const known = [...pages.map(({ path }) => path), ...api].map(
      (path) => new RegExp(`^${path.replace(/:\w+|\{\w+\}/g, '[^/]+').replace(/\*/g, '.+')}$`),
    )
    const guides = documents.filter(({ path }) => path.startsWith('docs/using/'))
    const paths = named(/`(\/[\w/:.{}-]*)`/g, guides)
    expect(paths.filter(({ name }) => !known.some((page) => page.test(name)))).toEqual([])
  })

  it('names permissions and operations that exist', () => {
    const areas = slices.map(({ name }) => name).join('|')
    const known = new Set([
      ...slices.flatMap(({ permissions = [] }) => permissions.map(({ name }) => name)),
      ...slices.flatMap(({ operations }) => operations.map(({ name }) => name)),
    ])
    const written = documents.filter(({ path }) => path.startsWith('docs/using/') || path.startsWith('docs/operating/'))
    const names = named(new RegExp(`\`((?:${areas})\\.[a-zA-Z-]+)\``, 'g'), written)
    expect(names.filter(({ name }) => !known.has(name))).toEqual([])
  })

  it('names commands that exist', () => {
    const known = new Set([
      'help',
      ...slices.flatMap(({ commands = [] }) => commands.map(({ name }) => name)),
      ...installationCommands.map(({ name }) => name),
    ])
    const commands = named(/npm run theke -- ([a-z-]+)/g)
    expect(commands.filter(({ name }) => !known.has(name))).toEqual([])
  })
})

function withoutCode({ path, text }: { path: string; text: string }) {
  return { path, text: text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '') }
}

/** Anchors of the headings of a Markdown file, made as the usual viewers make them. */
function headingsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+\s+(.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  )
}
