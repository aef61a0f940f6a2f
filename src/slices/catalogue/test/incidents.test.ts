import { beforeEach, describe, expect, it } from 'vitest'
import { openTheke } from '../../../test/theke.ts'
import { incidentBanners, incidentFindables } from '../../requests/desk/incidents.ts'
import { announce } from '../../requests/desk/operations/announce.ts'
import { answerKnownError } from '../../requests/desk/operations/answer-known-error.ts'
import { raiseKnownError } from '../../requests/desk/operations/raise-known-error.ts'
import { withdrawAnnouncement } from '../../requests/desk/operations/withdraw-announcement.ts'
import { builders as requestBuilders } from '../../requests/test/builders.ts'
import { banners } from '../contributes.ts'
import { jobs } from '../jobs.ts'
import { list } from '../operations/list.ts'
import { read } from '../operations/read.ts'
import { saveAnnouncement } from '../operations/save-announcement.ts'
import { builders } from './builders.ts'

let now = new Date('2026-11-24T09:00:00Z')
const theke = await openTheke({ now: () => now })
const b = await builders(theke)
const requests = requestBuilders(theke)
const run = theke.runner.run
const agent = await b.person('Tobias', { permissions: new Set(['requests.work']) })
const ann = await b.person('Ann', { tags: [] } as never)
const mail = await b.service('Mailbox', {})

let error: string
beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00Z')
  const { reference } = await requests.write(requests.visitor(), { subject: 'Keine Mails' })
  error = (await run(raiseKnownError, agent, { reference, title: 'Mailserver' })).reference
})

const texts = { de: { title: 'Mails kommen verspätet an', text: 'Wir arbeiten daran.' } }
const tell = async (more: object = {}) => {
  await run(announce, agent, { error, texts, service: mail.key, ...more })
  await theke.drain()
}
const status = async (call = ann) => {
  const one = await run(read, call, { key: mail.key })
  const inList = (await run(list, call, {})).items.find((item) => item.key === mail.key)?.status
  expect(inList).toBe(one.status)
  return { status: one.status, said: one.announcements.map((announcement) => announcement.title) }
}

describe('a major incident that disturbs a service', () => {
  it('stands on the service and in the list until it is taken back, and once at the top of the page', async () => {
    expect((await status()).status).toBe('works')
    await tell()
    expect(await status()).toEqual({ status: 'disturbed', said: ['Mails kommen verspätet an'] })
    await theke.runner.inCtx(ann, async (ctx) => {
      expect((await incidentBanners(ctx)).map((one) => one.path)).toEqual([`/incidents/${error}`])
      expect(await banners(ctx)).toEqual([])
    })
    await tell({ texts: { de: { title: 'Mails kommen wieder an', text: '' } } })
    expect((await status()).said).toEqual(['Mails kommen wieder an'])
    await run(withdrawAnnouncement, agent, { error })
    await theke.drain()
    expect((await status()).status).toBe('works')
  })

  it('ends when it is solved, when its time is over, and when it is about another service', async () => {
    await tell()
    await run(answerKnownError, agent, { error, texts: { de: 'Behoben.' }, isSolved: true })
    await theke.drain()
    expect((await status()).status).toBe('works')
    const { reference } = await requests.write(requests.visitor(), { subject: 'Wieder keine Mails' })
    error = (await run(raiseKnownError, agent, { reference, title: 'Mailserver' })).reference
    await tell({ until: '2026-11-24T10:00:00Z' })
    expect((await status()).status).toBe('disturbed')
    now = new Date('2026-11-24T10:01:00Z')
    await theke.runner.inCtx({ ...agent, actor: { ...agent.actor, channel: 'system' } }, (ctx) =>
      Promise.resolve(jobs.find((one) => one.name === 'catalogue.followClock')?.handle(ctx, {})),
    )
    expect((await status()).status).toBe('works')
    now = new Date('2026-11-24T09:00:00Z')
    await tell()
    await tell({ service: null })
    expect((await status()).status).toBe('works')
  })

  it('is shown to those whom it affects, in the portals that it is for', async () => {
    await tell({ audience: await b.audience('others') })
    expect((await status()).status).toBe('works')
    await tell({ portals: ['employees'] })
    expect((await status()).status).toBe('works')
    const inside = { ...ann, actor: { ...ann.actor, portal: 'employees' } }
    expect((await status(inside)).status).toBe('disturbed')
    await run(withdrawAnnouncement, agent, { error })
    await theke.drain()
  })

  it('is found by the name of the service, and kept up by the desk only', async () => {
    await tell()
    const known = await theke.db
      .selectFrom('service_announcements')
      .select(['id', 'incident_id'])
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow()
    await theke.runner.inCtx(agent, async (ctx) => {
      const event = { subject: { kind: 'known-error', id: String(known.incident_id) } } as never
      expect((await incidentFindables.of(ctx, event))[0]?.findables[0]?.keywords).toEqual(['Mailserver', 'Mailbox'])
    })
    const change = { id: known.id, kind: 'down', titles: { de: 'x' }, services: [mail.id] }
    await expect(run(saveAnnouncement, b.keeper, change as never)).rejects.toMatchObject({
      reason: 'catalogue.of_incident',
    })
    await expect(run(announce, agent, { error, texts, service: 'no-such' })).rejects.toMatchObject({
      issues: [{ path: ['service'] }],
    })
  })
})
