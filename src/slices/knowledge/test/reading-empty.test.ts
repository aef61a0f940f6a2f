import { beforeAll, describe, expect, it } from 'vitest'
import { callBy, openTheke } from '../../../test/theke.ts'
import { listArticles } from '../operations/list-articles.ts'
import { listCategories } from '../operations/list-categories.ts'
import { listProducts } from '../operations/list-products.ts'
import { listRelated } from '../operations/list-related.ts'
import { listTags } from '../operations/list-tags.ts'
import { readArticle } from '../operations/read-article.ts'
import { redirectOf } from '../operations/redirect-of.ts'

describe('an empty knowledge base', () => {
  let theke: Awaited<ReturnType<typeof openTheke>>
  beforeAll(async () => {
    theke = await openTheke()
  })

  it('lists nothing', async () => {
    const { runner } = theke
    expect((await runner.run(listArticles, callBy(), {})).items).toEqual([])
    expect((await runner.run(listCategories, callBy(), {})).items).toEqual([])
    expect((await runner.run(listProducts, callBy(), {})).items).toEqual([])
    expect((await runner.run(listTags, callBy(), {})).items).toEqual([])
  })

  it('finds nothing', async () => {
    const nowhere = { slug: 'nowhere', id: '01890000-0000-7000-8000-000000000000' }
    for (const operation of [readArticle, listRelated, redirectOf])
      await expect(theke.runner.run(operation as typeof readArticle, callBy(), nowhere)).rejects.toMatchObject({
        code: 'not_found',
      })
  })
})
