import { beforeAll, describe, expect, it } from 'vitest'
import { bySystem, openApp } from '../../../test/theke.ts'
import { builders } from '../../requests/test/builders.ts'
import { sendDigests } from '../digest.ts'
import { notify } from '../notify.ts'
import { countUnread } from '../operations/count-unread.ts'
import { listNotifications } from '../operations/list-notifications.ts'
import { markRead } from '../operations/mark-read.ts'
import { stopMails } from '../operations/stop-mails.ts'
import { readUnsubscribeLink, unsubscribeLinkOf } from '../rules.ts'
import { putWays } from '../store.ts'

let app: Awaited<ReturnType<typeof openApp>>
let theke: (typeof app)['theke']
let make: ReturnType<typeof builders>
beforeAll(async () => {
  app = await openApp()
  theke = app.theke
  make = builders(theke as never)
})

const drain = () => theke.jobs.drain(theke.runner)
const mailsTo = (email: string) =>
  theke.db.selectFrom('mails').selectAll().where('to_email', '=', email).orderBy('id').execute()
type Person = Awaited<ReturnType<typeof make.person>>
const choose = (person: Person, kind: string, way: 'both' | 'portal' | 'mail' | 'digest' | 'none') =>
  theke.runner.inCtx(bySystem, (ctx) => putWays(ctx.db, person.actor.personId as string, [{ kind, way }]))
const toldOf = async (person: Person) => (await theke.runner.run(listNotifications, person, {})).items

describe('somebody with an account', () => {
  it('is told in the portal and by mail, once, however often the event comes', async () => {
    const ann = await make.person('Ann')
    const { reference } = await make.write(ann)
    await drain()
    const [told] = await toldOf(ann)
    expect(told).toMatchObject({ kind: 'requests.received', path: `/requests/${reference}`, isRead: false })
    expect(told?.title).toContain('Straßenlaterne dunkel')

    const mails = await mailsTo(ann.actor.email as string)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    expect(mails[0]?.body_text).toContain('/account/notifications')

    const event = await theke.db
      .selectFrom('events')
      .selectAll()
      .where('type', '=', 'request.written')
      .executeTakeFirstOrThrow()
    const sources = (await import('../../../slices.ts')).slices.flatMap((slice) => slice.notifications ?? [])
    const again = {
      id: Number(event.id),
      type: event.type,
      subject: { kind: 'request', id: event.subject_id },
      payload: {},
    }
    await theke.runner.inCtx(bySystem, (ctx) => notify(ctx, again as never, sources))
    expect(await toldOf(ann)).toHaveLength(1)
    expect(await mailsTo(ann.actor.email as string)).toHaveLength(1)
  })

  it.each([
    ['portal', 1, 0],
    ['mail', 0, 1],
    ['none', 0, 0],
    ['digest', 1, 0],
  ] as const)('is told as they want it: %s', async (way, inPortal, mails) => {
    const ann = await make.person('Ann')
    await choose(ann, 'requests.received', way)
    await make.write(ann)
    await drain()
    expect(await toldOf(ann)).toHaveLength(inPortal)
    expect(await mailsTo(ann.actor.email as string)).toHaveLength(mails)
  })

  it('gets one mail a day with everything that waits for it', async () => {
    const ann = await make.person('Ann')
    await choose(ann, 'requests.received', 'digest')
    await make.write(ann)
    await make.write(ann, { subject: 'Zweites' })
    await drain()
    await theke.runner.inCtx(bySystem, sendDigests)
    await theke.runner.inCtx(bySystem, sendDigests)
    const mails = await mailsTo(ann.actor.email as string)
    expect(mails.map((mail) => mail.subject)).toEqual(['2 Nachrichten für Sie'])
    expect(mails[0]?.body_text).toContain('Zweites')
  })

  it('has read what they have looked at', async () => {
    const ann = await make.person('Ann')
    const { reference } = await make.write(ann)
    await make.write(ann)
    await drain()
    const path = `/requests/${reference}`
    expect(await theke.runner.run(countUnread, ann, { path })).toEqual({ count: 2, here: true })
    await theke.runner.run(markRead, ann, { path })
    expect(await theke.runner.run(countUnread, ann, { path })).toEqual({ count: 1, here: false })
    await theke.runner.run(markRead, ann, {})
    expect(await theke.runner.run(countUnread, ann, {})).toEqual({ count: 0, here: false })
  })

  it('never sees what others are told', async () => {
    const [ann, bob] = [await make.person('Ann'), await make.person('Bob')]
    await make.write(ann)
    await drain()
    expect(await toldOf(bob)).toEqual([])
    const [told] = await toldOf(ann)
    await theke.runner.run(markRead, bob, { id: told?.id })
    expect((await toldOf(ann))[0]?.isRead).toBe(false)
  })
})

describe('the link in a mail', () => {
  it('stops mails of its kind without signing in, also by one click of the mail program', async () => {
    const ann = await make.person('Ann')
    const link = unsubscribeLinkOf(theke.installation.secret, ann.actor.personId as string, 'requests.received')
    const page = await app.fastify.inject({ method: 'GET', url: `/de/notifications/off/${link}` })
    expect(page.statusCode).toBe(200)
    await make.write(ann)
    await drain()
    expect(await mailsTo(ann.actor.email as string)).toHaveLength(1)

    const click = await app.fastify.inject({
      method: 'POST',
      url: `/de/notifications/off/${link}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
    expect(click.statusCode).toBe(303)
    await make.write(ann)
    await drain()
    expect(await mailsTo(ann.actor.email as string)).toHaveLength(1)
    expect(await toldOf(ann)).toHaveLength(2)
  })

  it('counts only when it was made here', async () => {
    const { secret } = theke.installation
    const link = unsubscribeLinkOf(secret, crypto.randomUUID(), 'requests.answered')
    expect(readUnsubscribeLink(secret, link)).toMatchObject({ kind: 'requests.answered' })
    expect(readUnsubscribeLink(secret, link.replace('answered', 'received'))).toBeNull()
    const call = theke.runner.run(stopMails, await make.visitor('de', 'web'), {
      link: `${'A'.repeat(43)}.requests.answered`,
    })
    await expect(call).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('those without an account get their mail as before', async () => {
  await make.write(make.visitor(), { email: 'visitor@example.org' })
  await drain()
  const mails = await mailsTo('visitor@example.org')
  expect(mails).toHaveLength(1)
  expect(mails[0]?.headers).toEqual({})
})
