import { beforeAll, expect, test } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { change } from '../desk/operations/change.ts'
import { changeRequester } from '../desk/operations/change-requester.ts'
import { merge } from '../desk/operations/merge.ts'
import { writeForSomebody } from '../desk/operations/write-for-somebody.ts'
import { listMine } from '../operations/list-mine.ts'
import { read } from '../operations/read.ts'
import { reply } from '../operations/reply.ts'
import { withdraw } from '../operations/withdraw.ts'
import { share } from '../sharing/operations/share.ts'
import { readHandOver } from '../writing/read-hand-over.ts'
import { builders } from './builders.ts'

/** Ways by which somebody could go on seeing, or come to see, what is not theirs. */

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let petra: Call

beforeAll(async () => {
  theke = await openTheke()
  build = builders(theke)
  await build.hours()
  petra = await build.person('Petra', ['requests.work'])
})

const missing = { code: 'not_found' }
const emailOf = (call: Call) => String(call.actor.email)

/** How often somebody finds something with these words. */
async function found(call: Call, text: string): Promise<number> {
  await theke.settled()
  const person = call.actor.personId
  return theke.search.search({ text, lang: 'de', audiences: new Set(), person }).hits.length
}

/** Two colleagues, one of whom sees what their organisation writes. */
async function works(key: string) {
  const [anna, boss] = [await build.person('Anna'), await build.person('Boss')]
  await build.organisation(key, [anna, boss])
  return {
    anna: build.withFacts(anna, { organisation: [key] }),
    boss: build.withFacts(boss, { organisation: [key] }, ['requests.organisation']),
  }
}

const ofOrganisation = async (call: Call) =>
  (await theke.runner.run(listMine, call, { scope: 'organisation', show: 'all' })).items.map((one) => one.subject)

test('whose request it is no longer finds it no longer; nor do their readers and their organisation', async () => {
  const { anna, boss } = await works('first')
  const berta = await build.person('Berta')
  const { reference } = await build.write(anna, { subject: 'Zwiebelturm verrutscht' })
  await theke.runner.run(share, anna, { request: reference, person: String(boss.actor.personId) })
  expect(await found(anna, 'Zwiebelturm')).toBe(1)
  expect(await found(boss, 'Zwiebelturm')).toBe(1)
  await theke.runner.run(changeRequester, petra, { reference, email: emailOf(berta) })
  for (const call of [anna, boss]) {
    expect(await found(call, 'Zwiebelturm')).toBe(0)
    await expect(theke.runner.run(read, call, { request: reference })).rejects.toMatchObject(missing)
  }
  expect(await found(berta, 'Zwiebelturm')).toBe(1)
  expect(await ofOrganisation(boss)).toEqual([])
})

test('what turns out to be confidential is seen by the organisation no longer', async () => {
  const { anna, boss } = await works('second')
  await theke.db.updateTable('request_types').set({ confidential: true }).where('key', '=', 'complaint').execute()
  const { reference } = await build.write(anna, { subject: 'Über meinen Vorgesetzten' })
  expect(await ofOrganisation(boss)).toEqual(['Über meinen Vorgesetzten'])
  await theke.runner.run(change, petra, { reference, type: 'complaint' })
  expect(await ofOrganisation(boss)).toEqual([])
  await expect(theke.runner.run(read, boss, { request: reference })).rejects.toMatchObject(missing)
  expect((await theke.runner.run(read, anna, { request: reference })).organisationSees).toBe(false)
})

test('an address that anybody can type opens nothing: merged by it, the link of one does not lead to the other', async () => {
  const email = 'vera@example.org'
  const real = await build.write(build.visitor(), { subject: 'Mein Vertrag', message: 'Vertraulich.', email })
  const forged = await build.write(build.visitor(), { subject: 'Nachtrag', message: 'Bitte dazu.', email })
  await theke.runner.run(merge, petra, { reference: forged.reference, into: real.reference })
  const seen = await theke.runner.run(read, build.visitor(), { request: forged.link })
  expect(seen).toMatchObject({ reference: forged.reference, state: 'closed', mayReply: false })
  expect(JSON.stringify(seen)).not.toContain('Vertraulich')
  await expect(
    theke.runner.run(reply, build.visitor(), { request: forged.link, message: 'Hallo' }),
  ).rejects.toMatchObject({ code: 'conflict' })
  const own = await theke.runner.run(read, build.visitor(), { request: real.link })
  expect(own.entries.map((entry) => entry.body)).toContain('Bitte dazu.')
  // Whoever reads the mails of the address is told the way.
  await theke.drain()
  const told = (await build.mails()).filter((one) => one.to_email === email).map((one) => one.body_text)
  expect(told.filter((text) => text.includes(real.link) && text.includes(forged.reference))).toHaveLength(1)
})

test('whom a merged request was for does not come to own the one in which it goes on', async () => {
  const { anna, boss } = await works('third')
  const first = await build.write(anna, { subject: 'Eins', beneficiary: boss.actor.personId })
  const second = await build.write(anna, { subject: 'Zwei' })
  await theke.runner.run(share, anna, { request: second.reference, person: String(boss.actor.personId) })
  await theke.runner.run(merge, petra, { reference: first.reference, into: second.reference })
  expect((await theke.runner.run(read, boss, { request: first.reference })).reference).toBe(second.reference)
  await expect(theke.runner.run(withdraw, boss, { request: first.reference })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('nobody has strangers sent to their page in our name', async () => {
  const email = 'stranger@example.net'
  const subject = 'Ihr Konto ist gesperrt, jetzt auf https://evil.example/login oder evil.example freischalten'
  await build.write(build.visitor(), { subject, name: 'www.evil.example', email })
  await theke.drain()
  const mail = (await build.mails()).findLast((one) => one.to_email === email)
  expect(mail?.body_text).toContain('Ihr Konto ist gesperrt')
  expect(mail?.body_text).not.toContain('evil')
})

test('what nobody hands over is not there, whatever it is called', async () => {
  for (const from of ['constructor:x', 'nothing:x'])
    await expect(theke.runner.run(readHandOver, build.visitor(), { from })).rejects.toMatchObject(missing)
  await build.write(build.visitor(), { from: 'constructor:x' })
})

test('the desk writes in the name of people that there are, for people that there are', async () => {
  const nobody = crypto.randomUUID()
  for (const input of [{ requester: nobody }, { beneficiary: nobody }])
    await expect(build.write(petra, input)).rejects.toMatchObject({ code: 'invalid' })
  await expect(
    theke.runner.run(writeForSomebody, petra, { subject: 'x', message: 'y', portal: 'nowhere' }),
  ).rejects.toMatchObject({ code: 'invalid' })
})
