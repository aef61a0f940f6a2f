import type { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Lang } from '../../../kernel/lang.ts'
import type { Operation } from '../../../kernel/operation.ts'
import { bySystem, callBy, openTheke } from '../../../test/theke.ts'
import type { Content } from '../content.ts'
import { createArticle } from '../operations/create-article.ts'
import { publishArticle } from '../operations/publish-article.ts'
import { saveCategory } from '../operations/save-category.ts'

export const WRITE = ['knowledge.write']
export const REVIEW = ['knowledge.write', 'knowledge.review']
export const MANAGE = ['knowledge.write', 'knowledge.review', 'knowledge.manage']

/** A knowledge base with one category, an audience, and people who write, review and manage it. */
export async function openKnowledge(options: Parameters<typeof openTheke>[0] = {}) {
  const theke = await openTheke(options)
  const { runner } = theke

  async function person(name: string): Promise<string> {
    const email = `${name.toLowerCase()}-${newId()}@example.org`
    const row = { id: newId(), name, email, language: 'de' as const }
    await runner.inCtx(bySystem, (ctx) => ctx.db.insertInto('persons').values(row).execute())
    return row.id
  }

  async function audience(key: string): Promise<string> {
    const row = { id: newId(), key, names: JSON.stringify({ en: key }), rule: JSON.stringify({ signedIn: true }) }
    await runner.inCtx(bySystem, (ctx) => ctx.db.insertInto('audiences').values(row).execute())
    return row.id
  }

  const people = { writer: await person('Wanda'), other: await person('Otto'), reviewer: await person('Rita') }
  const as = (personId: string, permissions: string[], rest: Partial<Actor> = {}, lang: Lang = 'de') =>
    callBy({ personId, name: 'somebody', permissions: new Set(permissions), ...rest }, lang)
  const calls = {
    nobody: callBy(),
    writer: as(people.writer, WRITE),
    other: as(people.other, WRITE),
    reviewer: as(people.reviewer, REVIEW),
    manager: as(people.reviewer, MANAGE),
  }
  const run = <I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    call: typeof calls.writer,
    input: z.input<I>,
  ) => runner.run(operation, call, input)
  const insiders = await audience('insiders')
  const { id: category } = await run(saveCategory, calls.manager, {
    texts: { de: { title: 'Zähler' }, en: { title: 'Meters' } },
  })

  return {
    ...theke,
    run,
    as,
    people,
    calls,
    insiders,
    category,
    audience,
    person,
    async draft(
      title: string,
      more: { lang?: Lang; kind?: 'faq' | 'known-error' | 'news'; audience?: string | null } & Partial<Content> = {},
    ) {
      const { lang = 'de', kind = 'faq', audience: meant, ...content } = more
      return run(createArticle, calls.writer, { title, lang, kind, category, audience: meant, content })
    },
    async published(title: string, more: Parameters<typeof this.draft>[1] = {}) {
      const article = await this.draft(title, more)
      await run(publishArticle, bySystem, { id: article.id, lang: article.lang })
      return article
    },
  }
}

export type Knowledge = Awaited<ReturnType<typeof openKnowledge>>
