import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callBy, openApp } from '../../../test/theke.ts'
import { sendSignInCode } from '../operations/send-sign-in-code.ts'
import { browser, lastMail, linkTo, makePerson, PASSWORD, totp } from './builders.ts'

let app: Awaited<ReturnType<typeof openApp>>
beforeAll(async () => {
  app = await openApp()
})
// All tests come from one address, which may only try so often.
beforeEach(async () => {
  await app.theke.db.deleteFrom('call_counts').execute()
})

describe('signing in with a password', () => {
  it('opens a session and leads on to where one wanted to go', async () => {
    const { email } = await makePerson(app.theke)
    const anna = browser(app)
    const answer = await anna.signIn(email.toUpperCase(), PASSWORD, '/de/sign-in?next=%2Fde%2Faccount%2Fsecurity')
    expect(answer).toMatchObject({ status: 303, to: '/de/account/security' })
    const cookie = [answer.headers['set-cookie'] ?? []].flat().find((line) => line.startsWith('theke_session='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toMatch(/Max-Age=15552000/)
    expect((await anna.get(answer.to)).body).toContain('Firefox · Linux')
  })

  it('never leads to another site', async () => {
    const { email } = await makePerson(app.theke)
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example']) {
      const answer = await browser(app).signIn(email, PASSWORD, `/de/sign-in?next=${encodeURIComponent(next)}`)
      expect(answer).toMatchObject({ status: 303, to: '/de' })
    }
  })

  it('says the same of a wrong password and of an unknown address', async () => {
    const { email } = await makePerson(app.theke)
    const wrong = await browser(app).signIn(email, 'something else entirely')
    const unknown = await browser(app).signIn('nobody@example.org', 'something else entirely')
    expect(wrong.status).toBe(422)
    const text = (body: string) => body.replace(/[\w-]+@example\.org/g, '')
    expect(text(wrong.body)).toBe(text(unknown.body))
  })

  it('makes an address wait after ten wrong passwords, right ones too', async () => {
    const { email } = await makePerson(app.theke)
    for (let n = 0; n < 10; n++) await browser(app).signIn(email, 'wrong wrong wrong')
    const answer = await browser(app).signIn(email)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Zu viele Fehlversuche')
  })

  it('lets an office in that sits behind one network address', async () => {
    const { email } = await makePerson(app.theke)
    const statuses = new Set<number>()
    for (let n = 0; n < 35; n++) statuses.add((await browser(app).signIn(email)).status)
    expect([...statuses]).toEqual([303])
  })

  it('makes a network address wait from which a hundred wrong passwords came, for whichever mailboxes', async () => {
    const { email } = await makePerson(app.theke)
    await browser(app).signIn('nobody-at-all@example.org', 'wrong wrong wrong')
    await app.theke.db.updateTable('sign_in_failures').set({ failures: 100 }).execute()
    expect((await browser(app).signIn(email)).body).toContain('Zu viele Fehlversuche')
    await app.theke.db.deleteFrom('sign_in_failures').execute()
  })

  it('lets nobody in who is deactivated', async () => {
    const { id, email } = await makePerson(app.theke)
    await app.theke.db.updateTable('persons').set({ state: 'deactivated' }).where('id', '=', id).execute()
    expect((await browser(app).signIn(email)).status).toBe(422)
  })

  it('ends the session at once when signing out', async () => {
    const { email } = await makePerson(app.theke)
    const anna = browser(app)
    await anna.signIn(email)
    const stolen = new Map(anna.jar)
    await anna.post('/de/sign-out', {})
    for (const [name, value] of stolen) anna.jar.set(name, value)
    expect(await anna.signedIn()).toBe(false)
  })

  it('knows a session by its signature, not by its token alone', async () => {
    const { email } = await makePerson(app.theke)
    const anna = browser(app)
    await anna.signIn(email)
    const [token] = (anna.jar.get('theke_session') ?? '').split('.')
    anna.jar.set('theke_session', `${token}.AAAA`)
    expect(await anna.signedIn()).toBe(false)
  })

  it('gives an interrupted form back after signing in again', async () => {
    const { email } = await makePerson(app.theke)
    const anna = browser(app)
    const interrupted = await anna.post('/de/account', { name: 'Anna Neuername', language: 'el' })
    expect(interrupted).toMatchObject({ status: 303, to: '/de/sign-in?next=%2Fde%2Faccount' })
    const answer = await anna.signIn(email, PASSWORD, interrupted.to)
    expect((await anna.get(answer.to)).body).toContain('Anna Neuername')
  })
})

describe('signing in with a code by mail', () => {
  it('works with the code that came, once', async () => {
    const { email } = await makePerson(app.theke)
    const anna = browser(app)
    expect(await anna.post('/de/sign-in', { action: 'code', email })).toMatchObject({
      status: 303,
      to: '/de/sign-in/code',
    })
    const [code = ''] = /\d{6}/.exec((await lastMail(app.theke, email))?.subject ?? '') ?? []
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    expect((await anna.post('/de/sign-in/code', { action: 'confirm', code: wrong })).status).toBe(422)
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    expect((await anna.post('/de/sign-in/code', { action: 'confirm', code: spaced })).status).toBe(303)
    expect(await anna.signedIn()).toBe(true)
    const other = browser(app)
    other.jar.set('theke_sign_in', encodeURIComponent(email))
    expect((await other.post('/de/sign-in/code', { action: 'confirm', code })).status).toBe(422)
  })

  it('does not flood a mailbox, from however many network addresses', async () => {
    const { email } = await makePerson(app.theke)
    const ask = (n: number) => app.theke.runner.run(sendSignInCode, callBy({ address: `192.0.2.${n}` }), { email })
    for (let n = 0; n < 6; n++) await ask(n)
    await expect(ask(7)).rejects.toMatchObject({ code: 'rate_limited' })
  })

  it('answers the same for an unknown address, and writes to nobody', async () => {
    const anna = browser(app)
    const answer = await anna.post('/de/sign-in', { action: 'code', email: 'nobody-here@example.org' })
    expect(answer).toMatchObject({ status: 303, to: '/de/sign-in/code' })
    expect(await lastMail(app.theke, 'nobody-here@example.org')).toBeUndefined()
  })
})

describe('the second factor', () => {
  async function withFactor() {
    const { email, id } = await makePerson(app.theke)
    const anna = browser(app)
    await anna.signIn(email)
    const shown = await anna.post('/de/account/security/second-factor', { action: 'start', password: PASSWORD })
    const secret = /<code>([A-Z2-7 ]{20,})<\/code>/.exec(shown.body)?.[1] ?? ''
    const [, recovery = ''] = /<code>([\w-]{11})<\/code>/.exec(shown.body) ?? []
    const finished = await anna.post('/de/account/security/second-factor', { action: 'finish', code: totp(secret) })
    expect(finished).toMatchObject({ status: 303, to: '/de/account/security' })
    expect(await anna.signedIn()).toBe(true)
    return { id, email, secret, recovery }
  }

  it('is asked for after the password, and after a code by mail as well', async () => {
    const { email, secret } = await withFactor()
    const anna = browser(app)
    expect(await anna.signIn(email)).toMatchObject({ status: 303, to: '/de/sign-in/second-factor' })
    expect(await anna.signedIn()).toBe(false)
    expect((await anna.post('/de/sign-in/second-factor', { action: 'confirm', code: '000000' })).status).toBe(422)
    expect((await anna.post('/de/sign-in/second-factor', { action: 'confirm', code: totp(secret) })).status).toBe(303)
    expect(await anna.signedIn()).toBe(true)

    const mailed = browser(app)
    await mailed.post('/de/sign-in', { action: 'code', email })
    const [code = ''] = /\d{6}/.exec((await lastMail(app.theke, email))?.subject ?? '') ?? []
    expect(await mailed.post('/de/sign-in/code', { action: 'confirm', code })).toMatchObject({
      to: '/de/sign-in/second-factor',
    })
    expect(await mailed.signedIn()).toBe(false)
  })

  it('takes a recovery code once', async () => {
    const { email, recovery } = await withFactor()
    for (const expected of [303, 422]) {
      const anna = browser(app)
      await anna.signIn(email)
      expect((await anna.post('/de/sign-in/second-factor', { action: 'confirm', code: recovery })).status).toBe(
        expected,
      )
    }
  })

  it('is switched off with the password only', async () => {
    const { email, secret } = await withFactor()
    const anna = browser(app)
    await anna.signIn(email)
    await anna.post('/de/sign-in/second-factor', { action: 'confirm', code: totp(secret) })
    const stop = (password: string) =>
      anna.post('/de/account/security', { action: 'stop-factor', 'factor-password': password })
    expect((await stop('not the password')).status).toBe(422)
    expect((await stop(PASSWORD)).status).toBe(303)
    expect(await browser(app).signIn(email)).toMatchObject({ to: '/de' })
  })
})

describe('opening an account', () => {
  const form = { name: 'Nora Neu', email: 'nora@example.org', password: 'Sieben stille Segelboote' }

  it('opens with the link in the mail, and with a button on its page', async () => {
    const nora = browser(app)
    expect(await nora.post('/de/sign-up', form)).toMatchObject({ status: 303, to: '/de/sign-up/sent' })
    expect((await nora.signIn(form.email, form.password)).to).toBe('/de/sign-up/sent')
    const link = await linkTo(app.theke, form.email)
    await nora.get(link)
    expect((await nora.signIn(form.email, form.password)).to).toBe('/de/sign-up/sent')
    expect((await nora.post(link, {})).to).toBe('/de/sign-in')
    expect((await nora.signIn(form.email, form.password)).to).toBe('/de')
  })

  it('answers the same when the address has an account, and tells only its owner', async () => {
    const { email } = await makePerson(app.theke)
    expect(await browser(app).post('/de/sign-up', { ...form, email })).toMatchObject({
      status: 303,
      to: '/de/sign-up/sent',
    })
    expect((await lastMail(app.theke, email))?.subject).toBe('Sie haben schon ein Konto')
  })

  it.each([
    ['kurz', 'mindestens 10 Zeichen'],
    ['passwort12', 'als eines der ersten'],
    ['aaaaaaaaaaaa', 'als eines der ersten'],
    ['1234567890', 'als eines der ersten'],
    ['Nora.Neu.26', 'Ihrem Namen'],
  ])('refuses the password %s', async (password, reason) => {
    const answer = await browser(app).post('/de/sign-up', { ...form, password })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(reason)
    expect(answer.body).not.toContain(`value="${password}"`)
  })
})

describe('a forgotten password', () => {
  it('is replaced with the link in the mail; every session ends', async () => {
    const { email } = await makePerson(app.theke)
    const anna = browser(app)
    await anna.signIn(email)
    await browser(app).post('/de/forgotten-password', { email })
    const link = await linkTo(app.theke, email)
    expect((await browser(app).post(link, { password: 'passwort12' })).status).toBe(422)
    expect(await browser(app).post(link, { password: 'Neun neue Nachtigallen' })).toMatchObject({ to: '/de/sign-in' })
    expect(await anna.signedIn()).toBe(false)
    expect((await browser(app).signIn(email)).status).toBe(422)
    expect((await browser(app).signIn(email, 'Neun neue Nachtigallen')).to).toBe('/de')
    expect((await browser(app).post(link, { password: 'Noch ein anderes Wort' })).to).toBe('/de/forgotten-password')
  })

  it('answers the same for an unknown address', async () => {
    const answer = await browser(app).post('/de/forgotten-password', { email: 'nobody-there@example.org' })
    expect(answer).toMatchObject({ status: 303, to: '/de/forgotten-password?sent=1' })
    expect(await lastMail(app.theke, 'nobody-there@example.org')).toBeUndefined()
  })
})

describe('my sessions', () => {
  it('are listed, and end one by one or all but this', async () => {
    const { email } = await makePerson(app.theke)
    const [here, there, elsewhere] = [browser(app), browser(app), browser(app)]
    for (const one of [here, there, elsewhere]) await one.signIn(email)
    const { body } = await here.get('/de/account/security')
    const id = /name="id" value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
    await here.post('/de/account/security', { action: 'end-session', id })
    expect([await there.signedIn(), await elsewhere.signedIn()].filter(Boolean)).toHaveLength(1)
    await here.post('/de/account/security', { action: 'end-others' })
    expect([await here.signedIn(), await there.signedIn(), await elsewhere.signedIn()]).toEqual([true, false, false])
  })

  it('of somebody else cannot be ended', async () => {
    const [anna, ben] = [browser(app), browser(app)]
    await anna.signIn((await makePerson(app.theke)).email)
    await ben.signIn((await makePerson(app.theke)).email)
    const session = await app.theke.db
      .selectFrom('sessions')
      .select('id')
      .orderBy('created_at')
      .executeTakeFirstOrThrow()
    expect((await ben.post('/de/account/security', { action: 'end-session', id: session.id })).status).toBe(404)
  })

  it('end elsewhere when the password changes', async () => {
    const { email } = await makePerson(app.theke)
    const [here, there] = [browser(app), browser(app)]
    for (const one of [here, there]) await one.signIn(email)
    const change = (current: string) =>
      here.post('/de/account/security', {
        action: 'password',
        'current-password': current,
        password: 'Elf eilige Eichhörnchen',
      })
    expect((await change('not this one')).status).toBe(422)
    expect((await change(PASSWORD)).status).toBe(303)
    expect([await here.signedIn(), await there.signedIn()]).toEqual([true, false])
  })
})
