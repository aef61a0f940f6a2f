import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Call } from '../../../../kernel/runner.ts'
import { openTheke } from '../../../../test/theke.ts'
import { read } from '../../operations/read.ts'
import { builders } from '../../test/builders.ts'
import { claim } from '../operations/claim.ts'
import { askClaim, confirmClaim, readClaim } from '../operations/claim-by-mail.ts'

let now = new Date('2026-11-24T09:00:00Z')
let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let elif: Call
let ben: Call

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
  elif = await build.person('Elif')
  ben = await build.person('Ben')
})
beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00Z')
  await build.settle()
})

test('reference and code make it one’s own; the old link opens nothing any more', async () => {
  const { reference, code, link } = await build.write(build.visitor())
  await theke.runner.run(claim, elif, { reference, code })
  expect(await theke.runner.run(read, elif, { request: reference })).toMatchObject({ relation: 'requester' })
  await expect(theke.runner.run(read, build.visitor(), { request: link })).rejects.toMatchObject({ code: 'not_found' })
})

test('the link makes it one’s own, once', async () => {
  const { link } = await build.write(build.visitor())
  expect(await theke.runner.run(read, elif, { request: link })).toMatchObject({ mayClaim: true })
  const outcomes = await Promise.allSettled([
    theke.runner.run(claim, elif, { link }),
    theke.runner.run(claim, ben, { link }),
  ])
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test.each([
  ['a wrong code', (reference: string) => ({ reference, code: 'AAAA-AAAA' })],
  ['no code', (reference: string) => ({ reference })],
  ['a wrong reference', () => ({ reference: 'R-1-X', code: 'AAAA-AAAA' })],
  ['a link of something else', () => ({ link: 'A'.repeat(43) })],
])('refuses %s', async (_, input) => {
  const { reference } = await build.write(build.visitor())
  await expect(theke.runner.run(claim, elif, input(reference))).rejects.toMatchObject({ code: 'invalid' })
})

test('a mail proves the address: everything written with it comes along, and only for its owner and a day', async () => {
  const email = elif.actor.email as string
  await build.write(build.visitor(), { email, subject: 'eins' })
  await build.write(build.visitor(), { email, subject: 'zwei' })
  await build.write(build.visitor(), { email: 'other@example.org', subject: 'fremd' })
  await theke.runner.run(askClaim, elif, {})
  const mail = (await build.mails()).find((one) => one.to_email === email && one.body_text.includes('/claim/'))
  const token = /\/requests\/claim\/([\w.-]+)/.exec(mail?.body_text ?? '')?.[1] ?? ''
  const { requests } = await theke.runner.run(readClaim, elif, { token })
  expect(requests.map((one) => one.subject)).toEqual(['zwei', 'eins'])
  await expect(theke.runner.run(confirmClaim, ben, { token })).rejects.toMatchObject({ code: 'not_found' })
  now = new Date(now.getTime() + 25 * 3_600_000)
  await expect(theke.runner.run(confirmClaim, elif, { token })).rejects.toMatchObject({ code: 'not_found' })
  now = new Date('2026-11-24T10:00:00Z')
  expect(await theke.runner.run(confirmClaim, elif, { token })).toEqual({ claimed: 2 })
  expect(await theke.runner.run(confirmClaim, elif, { token })).toEqual({ claimed: 0 })
})

test('who has written nothing gets no mail', async () => {
  await theke.runner.run(askClaim, ben, {})
  expect(await build.mails()).toEqual([])
})
