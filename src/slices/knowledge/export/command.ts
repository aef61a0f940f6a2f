import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { system } from '../../../kernel/actor.ts'
import { type Command, UsageProblem } from '../../../kernel/command.ts'
import { FORMATS, type Format } from '../import/entry.ts'
import { exportArticles } from './export-articles.ts'
import { writer } from './write.ts'

/** `theke export <file|folder> --as markdown|html|csv|jsonl`: gives all articles out, in a form that import takes back. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Give all articles out, in a form that import takes back',
  usage: '<file|folder> --as markdown|html|csv|jsonl',
  async run(line) {
    const [word] = line.words
    const format = line.options['as'] as Format
    if (!word) throw new UsageProblem('Into which file or folder?')
    if (!FORMATS.includes(format)) throw new UsageProblem(`--as is one of ${FORMATS.join(', ')}`)
    const path = line.path(word)
    const { head, path: pathOf, write } = writer(format)
    const isFolder = format === 'markdown' || format === 'html'
    await mkdir(isFolder ? path : dirname(path), { recursive: true })
    const stream = isFolder ? null : createWriteStream(path)
    stream?.write(head)
    let count = 0
    await line.runner.inCtx({ actor: system(), lang: 'en' }, async (ctx) => {
      for await (const batch of exportArticles(ctx)) {
        for (const one of batch) {
          if (!stream) {
            const file = join(path, pathOf(one))
            await mkdir(dirname(file), { recursive: true })
            await writeFile(file, write(one))
          } else if (!stream.write(write(one))) await once(stream, 'drain')
        }
        count += batch.length
        line.say(`  ${count} written …`)
      }
    })
    if (stream) {
      stream.end()
      await once(stream, 'close')
    }
    line.say(`${count} translations written to ${word}`)
  },
}
