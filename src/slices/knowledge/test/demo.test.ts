import { beforeAll, expect, it } from 'vitest'
import { bySystem, callBy, openTheke } from '../../../test/theke.ts'
import { identity } from '../../identity/index.ts'
import { loadDemo } from '../demo.ts'
import { listArticles } from '../operations/list-articles.ts'
import { listForEditing } from '../operations/list-for-editing.ts'
import { readArticle } from '../operations/read-article.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
beforeAll(async () => {
  theke = await openTheke()
  await theke.runner.inCtx(bySystem, async (ctx) => {
    await identity.demo?.(ctx, 'demo')
    await loadDemo(ctx, 'demo')
  })
})

it('loads articles in three languages, with pictures and links that lead somewhere', async () => {
  const article = await theke.runner.run(readArticle, callBy(), { slug: 'digitalen-stromzaehler-ablesen' })
  expect(article.translations.map(({ lang }) => lang)).toEqual(['de', 'el', 'en'])
  expect(article.html).toContain('<img src="/files/')
  expect(article.html).not.toContain('picture:')
  expect(article.linked.length).toBeGreaterThan(0)
  expect(article.owner).not.toBeNull()
})

it('keeps what is for employees from everybody else', async () => {
  const { items } = await theke.runner.run(listArticles, callBy({ portal: 'employees' }), { limit: 100 })
  expect(items.filter(({ slug }) => slug.includes('vpn'))).toEqual([])
})

it('leaves something to review', async () => {
  const { items } = await theke.runner.run(listForEditing, bySystem, { state: 'in_review' })
  expect(items).toHaveLength(1)
})
