import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Command, UsageProblem } from '../../../../kernel/command.ts'
import { bySystem, callBy, openTheke } from '../../../../test/theke.ts'
import { exportCommand } from '../../export/command.ts'
import { readArticle } from '../../operations/read-article.ts'
import { saveCategory } from '../../operations/save-category.ts'
import { saveProduct } from '../../operations/save-product.ts'
import { importCommand } from '../command.ts'
import { importArticles } from '../import-articles.ts'
import { beginImport } from '../operations/begin-import.ts'
import { readImport } from '../operations/read-import.ts'
import { openPath } from '../source.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
const folder = mkdtempSync(join(tmpdir(), 'theke-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const manager = callBy({ permissions: new Set(['knowledge.manage', 'knowledge.write']) })

beforeAll(async () => {
  theke = await openTheke()
  const person = await theke.db
    .insertInto('persons')
    .values({ name: 'Mia Manager', email: 'mia@example.org' })
    .returning('id')
    .executeTakeFirstOrThrow()
  Object.assign(manager.actor, { personId: person.id })
})

async function put(path: string, content: string | Uint8Array) {
  const full = join(folder, path)
  await mkdir(dirname(full), { recursive: true })
  await writeFile(full, content)
  return full
}

async function run(command: Command, words: string[], options: Record<string, string | true>) {
  const said: string[] = []
  await command.run({ words, options, runner: theke.runner, path: (word) => word, say: (text) => said.push(text) })
  await theke.settled()
  return said.join('\n')
}

const read = (slug: string, lang: 'de' | 'en' | 'el' = 'en') =>
  theke.runner.run(readArticle, callBy({}, lang), { slug, lang })

describe('JSON lines', () => {
  const lines = (title: string) =>
    [
      JSON.stringify({ id: 'gnome/wifi', title, text: 'Press <Super>.\nThen *wait*.', lang: 'en' }),
      JSON.stringify({ id: 'gnome/wifi', title: 'WLAN einschalten', text: 'Drücken.', lang: 'de' }),
      '{"id": "broken", ',
      JSON.stringify({ id: 'no-title', text: 'x', lang: 'en' }),
      JSON.stringify({ id: 'odd', title: 'Odd', text: 'x', lang: 'fr' }),
      JSON.stringify({ id: 'secret', title: 'Secret', text: 'x', lang: 'en', audience: 'nobody-knows' }),
    ].join('\n')

  it('are taken over; what is wrong is refused with its line and reason; repeating changes nothing', async () => {
    const path = await put('set/corpus.jsonl', lines('Turn on Wi-Fi'))
    const first = await run(importCommand, [path], { as: 'articles' })
    expect(first).toContain('6 read, 1 new, 0 changed, 0 unchanged, 4 refused')
    expect(first).toContain('line 3: unreadable.broken')
    expect(first).toContain('line 4: unreadable.no_title')
    expect(first).toContain('line 5: refused.lang')
    expect(first).toContain('line 6: refused.audience')
    const article = await read('turn-on-wi-fi')
    expect(article.html).toContain('Press &lt;Super&gt;.')
    expect(article.html).toContain('Then *wait*.')
    expect(article.translations.map((one) => one.lang)).toEqual(['de', 'en'])

    expect(await run(importCommand, [path], { as: 'articles' })).toContain('0 new, 0 changed, 1 unchanged')
    await put('set/corpus.jsonl', lines('Turn Wi-Fi on'))
    expect(await run(importCommand, [path], { as: 'articles' })).toContain('0 new, 1 changed, 0 unchanged')
    expect((await read('turn-on-wi-fi')).title).toBe('Turn Wi-Fi on')
  })

  it('are only looked at on a dry run', async () => {
    const path = await put('dry.jsonl', JSON.stringify({ id: 'dry', title: 'Only looked at', text: 'x', lang: 'en' }))
    expect(await run(importCommand, [path], { as: 'articles', 'dry-run': true })).toContain(
      'Dry run, nothing was changed: 1 read, 1 new',
    )
    await expect(read('only-looked-at')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('name categories and products by key, or by what they are called in any language', async () => {
    await theke.runner.run(saveCategory, manager, { texts: { de: { title: 'Sonnenstrom' } } })
    await theke.runner.run(saveProduct, manager, { titles: { de: 'Dachanlage' } })
    const named = (id: string, category: string, products: string) =>
      JSON.stringify({ id: `named/${id}`, title: `Named ${id}`, text: 'x', lang: 'en', category, products })
    const path = await put(
      'named.jsonl',
      [
        named('a', 'sonnenstrom', 'dachanlage'),
        named('b', 'Sonnenstrom', 'DACHANLAGE'),
        named('c', 'Unheard of', ''),
      ].join('\n'),
    )
    const said = await run(importCommand, [path], { as: 'articles' })
    expect(said).toContain('3 read, 2 new, 0 changed, 0 unchanged, 1 refused')
    expect(said).toContain('line 3: refused.category')
  })

  it('that are not UTF-8 are refused as a whole', async () => {
    const path = await put(
      'latin1.jsonl',
      Buffer.from('{"id":"x","title":"Stra\xdfe","text":"","lang":"de"}', 'latin1'),
    )
    expect(await run(importCommand, [path], { as: 'articles' })).toContain('unreadable.not_utf8')
  })
})

describe('an import that is cut off half-way', () => {
  it('keeps what it had finished and completes when it is run again, without doubles', async () => {
    const count = 450
    const path = join(folder, 'many.jsonl')
    writeFileSync(
      path,
      Array.from({ length: count }, (_, n) =>
        JSON.stringify({ id: `many/${n}`, title: `Many ${n}`, text: 'x', lang: 'en' }),
      ).join('\n'),
    )
    const options = { lang: null, kind: 'how-to', prefix: '', isDryRun: false, note: null } as const
    const inCtx = <T>(work: (ctx: never) => Promise<T>) => theke.runner.inCtx(bySystem, work as never) as Promise<T>
    const cutOff = importArticles(inCtx as never, (await openPath(path))?.entries as never, {
      ...options,
      progress: () => {
        throw new Error('the power went')
      },
    })
    await expect(cutOff).rejects.toThrow('the power went')
    const finished = await theke.db
      .selectFrom('articles')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('external_key', 'like', 'many/%')
      .executeTakeFirst()
    expect(Number(finished?.count)).toBe(200)
    const again = await importArticles(inCtx as never, (await openPath(path))?.entries as never, options)
    expect(again).toMatchObject({ read: count, added: count - 200, unchanged: 200 })
  })
})

describe('a folder of Markdown', () => {
  it('keeps front matter, translations by file name, links between files, and pictures; repeating adds none', async () => {
    await put(
      'wiki/meter/de.md',
      '---\ntitle: Zähler ablesen\nkind: faq\ntags: [zähler, strom]\n---\nSiehe [Rechnung](../bill.md#summe).\n\n![Anzeige](../img/display.png)',
    )
    await put('wiki/meter/en.md', '# Read the meter\n\nText.')
    await put('wiki/bill.md', '---\ntitle: The bill\nlang: en\n---\n\n## Summe\n\nAll.')
    await put(
      'wiki/img/display.png',
      await sharp({ create: { width: 40, height: 30, channels: 3, background: '#056' } })
        .png()
        .toBuffer(),
    )
    expect(await run(importCommand, [join(folder, 'wiki')], { as: 'articles', prefix: 'wiki/' })).toContain(
      '3 read, 2 new',
    )
    const article = await read('zaehler-ablesen', 'de')
    expect(article).toMatchObject({ kind: 'faq', tags: ['zähler', 'strom'] })
    expect(article.linked.map((one) => one.title)).toEqual(['The bill'])
    expect(article.html).toMatch(/<img[^>]+alt="Anzeige"/)
    expect((await read('read-the-meter')).id).toBe(article.id)
    expect(await run(importCommand, [join(folder, 'wiki')], { as: 'articles', prefix: 'wiki/' })).toContain(
      '0 new, 0 changed, 2 unchanged',
    )
  })

  it('with broken front matter is refused with what is wrong', async () => {
    await put('bad/x.md', '---\ntitle: [unclosed\n---\nText')
    expect(await run(importCommand, [join(folder, 'bad')], { as: 'articles', lang: 'en' })).toContain(
      'x.md: unreadable.broken',
    )
  })
})

describe('HTML', () => {
  it('keeps headings, tables and links and loses everything that runs', async () => {
    const path = await put(
      'page.html',
      '<!doctype html><html lang="en"><head><title>x</title><meta name="description" content="Short &amp; sweet"></head><body><nav>menu</nav><main><h1>Opening hours</h1><script>alert(1)</script><h2>Monday</h2><table><tr><th>From</th><th>To</th></tr><tr><td>8</td><td>17</td></tr></table><p onclick="x()">Come <a href="https://example.org/">by</a>.</p></main></body></html>',
    )
    await run(importCommand, [path], { as: 'articles' })
    const article = await read('opening-hours')
    expect(article.summary).toBe('Short & sweet')
    expect(article.html).toContain('<table')
    expect(article.html).toContain('Monday')
    expect(article.html).not.toMatch(/alert|onclick|menu/)
  })
})

describe('CSV', () => {
  it('with commas or semicolons is taken over row by row', async () => {
    const path = await put(
      'faq.csv',
      '\uFEFFid;lang;title;body;tags\r\ncsv/1;en;"Pay; later";"**Bold** text";"money, time"\r\ncsv/2;en;;x;\r\n',
    )
    expect(await run(importCommand, [path], { as: 'articles' })).toContain(
      '2 read, 1 new, 0 changed, 0 unchanged, 1 refused',
    )
    expect(await read('pay-later')).toMatchObject({ tags: ['money', 'time'] })
    expect((await read('pay-later')).html).toContain('<strong>Bold</strong>')
  })
})

describe('what was exported', () => {
  it.each(['markdown', 'html', 'csv', 'jsonl'] as const)(
    'as %s is taken back and nothing has changed',
    async (format) => {
      const target = join(folder, `out-${format}${format === 'csv' || format === 'jsonl' ? `.${format}` : ''}`)
      expect(await run(exportCommand, [target], { as: format })).toMatch(/\d+ translations written/)
      const back = await run(importCommand, [target], { as: 'articles' })
      expect(back).toContain(', 0 new,')
      expect(back).toContain(' 0 refused')
      if (format !== 'html') expect(back).toContain(' 0 changed')
      if (format === 'jsonl') expect(await readFile(target, 'utf8')).toContain('"id":"gnome/wifi"')
    },
  )
})

describe('an import in the browser', () => {
  const upload = async (name: string, content: Uint8Array) => {
    const file = await theke.runner.inCtx(manager, (ctx) =>
      ctx.files.receive(Readable.from([Buffer.from(content)]), { name, types: ['application/zip'] }),
    )
    return file.id
  }

  it('takes a zip over and reports what it did', async () => {
    const fileId = await upload(
      'wiki.zip',
      zipSync({
        'a/en.md': strToU8('# From a zip\n\nText.'),
        'b/en.md': strToU8('no title'),
        '.hidden/x.md': strToU8('# no'),
      }),
    )
    const { id } = await theke.runner.run(beginImport, manager, { fileId, isDryRun: false })
    await theke.drain()
    expect(await theke.runner.run(readImport, manager, { id })).toMatchObject({
      state: 'done',
      read: 2,
      added: 1,
      refused: 1,
      reasons: [{ where: 'b/en.md' }],
    })
    expect((await read('from-a-zip')).title).toBe('From a zip')
  })

  it('says so when there is nothing in it', async () => {
    const fileId = await upload('empty.zip', zipSync({ 'x.bin': strToU8('x') }))
    const { id } = await theke.runner.run(beginImport, manager, { fileId })
    await theke.drain()
    expect(await theke.runner.run(readImport, manager, { id })).toMatchObject({
      state: 'failed',
      problem: 'nothing_readable',
    })
  })
})

describe('the command', () => {
  it('says how it is used', async () => {
    await expect(run(importCommand, [], { as: 'articles' })).rejects.toThrow(UsageProblem)
    await expect(run(importCommand, [join(folder, 'nowhere')], { as: 'articles' })).rejects.toThrow(
      'There is no file or folder',
    )
    await expect(run(importCommand, [folder], {})).rejects.toThrow('--as articles')
    await expect(run(exportCommand, ['x'], { as: 'pdf' })).rejects.toThrow('--as is one of')
  })
})
