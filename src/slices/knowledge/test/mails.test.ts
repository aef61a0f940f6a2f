import { beforeAll, expect, it } from 'vitest'
import { bySystem } from '../../../test/theke.ts'
import { keepCalendar } from '../calendar.ts'
import { changeArticle } from '../operations/change-article.ts'
import { rateArticle } from '../operations/rate-article.ts'
import { sendBackArticle } from '../operations/send-back-article.ts'
import { submitArticle } from '../operations/submit-article.ts'
import { type Knowledge, openKnowledge } from './builders.ts'

let now = new Date('2026-11-20T08:00:00.000Z')
let k: Knowledge
beforeAll(async () => {
  k = await openKnowledge({ now: () => now })
})

/** Subjects of the mails about an article, oldest first. */
async function subjects(id: string) {
  await k.drain()
  return k.runner.inCtx(bySystem, async (ctx) => {
    const mails = await ctx.db
      .selectFrom('mails')
      .select(['subject', 'id'])
      .where('about', '=', `article:${id}`)
      .orderBy('id')
      .execute()
    return mails.map((mail) => mail.subject)
  })
}

it('the owner hears what did not help, when the reader says why', async () => {
  const { id } = await k.published('Rohr verstopft')
  await k.run(rateArticle, k.calls.nobody, { id, helpful: true })
  await k.run(rateArticle, k.calls.nobody, { id, helpful: false })
  expect(await subjects(id)).toEqual([])
  await k.run(rateArticle, k.calls.nobody, { id, helpful: false, reason: 'missing', comment: 'Womit?' })
  expect(await subjects(id)).toEqual(['Rückmeldung zu „Rohr verstopft“'])
})

it('the writer hears why a text was sent back', async () => {
  const { id } = await k.draft('Noch nicht gut')
  await k.run(submitArticle, k.calls.writer, { id, lang: 'de' })
  await k.run(sendBackArticle, k.calls.reviewer, { id, lang: 'de', note: 'Bitte kürzer.' })
  expect(await subjects(id)).toEqual(['Zurück an Sie: „Noch nicht gut“'])
})

it('the owner is reminded once, two weeks before the end', async () => {
  const { id } = await k.published('Winteraktion')
  await k.run(changeArticle, k.calls.writer, { id, expiresAt: '2026-12-31T23:00:00Z' })
  const tick = () => k.runner.inCtx(bySystem, (ctx) => keepCalendar.handle(ctx, {}))
  await tick()
  expect(await subjects(id)).toEqual([])
  now = new Date('2026-12-20T08:00:00.000Z')
  await tick()
  await tick()
  expect(await subjects(id)).toEqual(['„Winteraktion“ endet bald'])
})
