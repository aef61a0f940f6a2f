import { system } from '../../../kernel/actor.ts'
import { type Command, type CommandLine, UsageProblem } from '../../../kernel/command.ts'
import { isLang } from '../../../kernel/lang.ts'
import { Kind } from '../views.ts'
import { type ImportReport, importArticles } from './import-articles.ts'
import { openPath } from './source.ts'

/** `theke import <file|folder> --as articles`: takes over articles from a file or folder on this machine. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Take over articles from Markdown, HTML, CSV or JSON lines; may be repeated without doubles',
  usage: '<file|folder> --as articles [--dry-run] [--lang de|en|el] [--kind how-to] [--prefix name/] [--note "why"]',
  async run(line) {
    const [word] = line.words
    if (!word) throw new UsageProblem('Which file or folder?')
    if (line.options['as'] !== 'articles') throw new UsageProblem('Say what it is: --as articles')
    const source = await openPath(line.path(word)).catch(() => {
      throw new UsageProblem(`There is no file or folder ${word}`)
    })
    if (!source) throw new UsageProblem(`Nothing in ${word} ends in .md, .html, .csv or .jsonl`)
    const isDryRun = line.options['dry-run'] === true
    const call = { actor: system(), lang: 'en' as const }
    const report = await importArticles((work) => line.runner.inCtx(call, work), source.entries, {
      ...defaultsOf(line),
      isDryRun,
      note: typeof line.options['note'] === 'string' ? line.options['note'] : `import of ${word}`,
      open: source.open,
      progress: ({ read }) => line.say(`  ${read} read …`),
    })
    for (const text of summarise(report, isDryRun)) line.say(text)
  },
}

function defaultsOf({ options }: CommandLine) {
  const { lang = null, kind = 'how-to', prefix = '' } = options
  if (lang !== null && !isLang(lang)) throw new UsageProblem('--lang is one of de, en, el')
  const known = Kind.safeParse(kind)
  if (!known.success) throw new UsageProblem(`--kind is one of ${Kind.options.join(', ')}`)
  return { lang, kind: known.data, prefix: String(prefix) }
}

function summarise(report: ImportReport, isDryRun: boolean): string[] {
  const { read, added, changed, unchanged, refused, reasons } = report
  return [
    `${isDryRun ? 'Dry run, nothing was changed: ' : ''}${read} read, ${added} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused`,
    ...reasons
      .slice(0, 50)
      .map(
        ({ where, key, values }) =>
          `  refused: ${where}: ${key.replace(/^knowledge\.import\./, '')} ${values ? JSON.stringify(values) : ''}`,
      ),
    ...(reasons.length > 50 ? [`  … and ${refused - 50} more`] : []),
  ]
}
