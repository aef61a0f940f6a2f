import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Ctx } from '../../kernel/ctx.ts'
import { mailSender } from '../../kernel/mail.ts'
import { LEGAL_PAGES, organisationPages, type Written } from './organisation.ts'

/** Loads the legal pages of the demonstration. */
export async function demo(ctx: Ctx, folder: string): Promise<void> {
  const pages: Record<string, Record<string, Written>> = {}
  for (const page of LEGAL_PAGES) {
    const files = await readdir(join(folder, 'pages', page)).catch(() => [])
    for (const file of files.filter((name) => /^(de|en|el)\.md$/.test(name))) {
      pages[page] ??= {}
      pages[page][file.slice(0, 2)] = writtenOf(await readFile(join(folder, 'pages', page, file), 'utf8'))
    }
  }
  await ctx.settings.set(organisationPages, organisationPages.schema.parse(pages))
  await ctx.settings.set(mailSender, {
    name: 'Stadtwerke Lindaubrück',
    address: 'service@lindaubrueck.example',
    replyTo: '',
  })
}

/** Front matter with the title, and the text. */
function writtenOf(content: string): Written {
  const [, front = '', text = content] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(content) ?? []
  const { title = '' } = (parse(front) ?? {}) as { title?: string }
  return { title, text }
}
