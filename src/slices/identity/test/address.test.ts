import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../../test/theke.ts'
import { browser, lastMail, linkTo, makePerson, PASSWORD } from './builders.ts'

let app: Awaited<ReturnType<typeof openApp>>
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

async function asking(email: string, password = PASSWORD) {
  const person = await makePerson(app.theke, { name: 'Nora Neu' })
  const nora = browser(app)
  await nora.signIn(person.email)
  return { person, nora, answer: await nora.post('/de/account/address', { email, password }) }
}

describe('changing one’s own address', () => {
  it('needs the link in the mail to the new address, and tells the old one', async () => {
    const { person, nora, answer } = await asking('Nora.New@example.org')
    expect(answer).toMatchObject({ status: 303, to: '/de/account' })
    const link = await linkTo(app.theke, 'nora.new@example.org')
    expect((await browser(app).signIn('nora.new@example.org')).status).not.toBe(303)
    await nora.get(link)
    expect((await nora.get('/de/account')).body).toContain(person.email)
    expect(await browser(app).post(link, {})).toMatchObject({ status: 303, to: '/de/sign-in' })
    expect((await nora.get('/de/account')).body).toContain('nora.new@example.org')
    expect((await lastMail(app.theke, person.email))?.body_text).toContain('wurde geändert')
    const again = browser(app)
    expect(await again.signIn('nora.new@example.org')).toMatchObject({ to: '/de' })
  })

  it('takes a link once', async () => {
    await asking('once@example.org')
    const link = await linkTo(app.theke, 'once@example.org')
    await browser(app).post(link, {})
    const second = browser(app)
    const { to } = await second.post(link, {})
    expect((await second.get(to)).body).toContain('gilt nicht mehr')
  })

  it('is refused without the password, beside its field', async () => {
    const { answer } = await asking('wrong@example.org', 'not the password')
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('wrong@example.org')
    expect(await lastMail(app.theke, 'wrong@example.org')).toBeUndefined()
  })

  it('answers the same when somebody else has the address, and tells only them', async () => {
    const other = await makePerson(app.theke, { name: 'Otto Ohm' })
    const { answer, nora, person } = await asking(other.email)
    expect(answer).toMatchObject({ status: 303, to: '/de/account' })
    expect((await lastMail(app.theke, other.email))?.subject).toContain('schon ein Konto')
    expect((await nora.get('/de/account')).body).toContain(person.email)
  })

  it('does not take an address that somebody else has got meanwhile', async () => {
    const { person, nora } = await asking('meanwhile@example.org')
    const link = await linkTo(app.theke, 'meanwhile@example.org')
    await makePerson(app.theke, { email: 'meanwhile@example.org' })
    await browser(app).post(link, {})
    expect((await nora.get('/de/account')).body).toContain(person.email)
  })
})
