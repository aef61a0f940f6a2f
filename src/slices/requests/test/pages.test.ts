import { beforeAll, describe, expect, test } from 'vitest'
import { bySystem, openApp } from '../../../test/theke.ts'
import { unsubscribeLinkOf } from '../../notices/rules.ts'
import { linkOf as approvalLinkOf } from '../approvals/link.ts'
import { processBuilders } from '../process/test/builders.ts'
import { linkOf, numberOf, ratingLinkOf } from '../rules.ts'
import { builders } from './builders.ts'

let app: Awaited<ReturnType<typeof openApp>>
let build: ReturnType<typeof builders>
let now = new Date('2026-11-20T18:30:00Z')

beforeAll(async () => {
  app = await openApp({ now: () => now })
  build = builders(app.theke as never)
  await build.hours()
})

const get = (url: string) => app.fastify.inject({ url, headers: { 'accept-language': 'de' } })

/** Sends a form as a browser without JavaScript does. */
function post(url: string, parts: Record<string, string | { name: string; content: string | Buffer }>) {
  const boundary = 'theke-test'
  const chunks = Object.entries(parts).flatMap(([name, part]) =>
    typeof part === 'string'
      ? [`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${part}\r\n`]
      : [
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${part.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
          part.content,
          '\r\n',
        ],
  )
  return app.fastify.inject({
    method: 'POST',
    url,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk))),
  })
}

const tokenIn = (html: string) => /name="opened" value="([^"]+)"/.exec(html)?.[1] ?? ''

async function openedForm() {
  const token = tokenIn((await get('/de/contact?question=laterne')).body)
  now = new Date(now.getTime() + 5000)
  return token
}

describe('writing without JavaScript and without an account', () => {
  test('the page says when people are back, and keeps the question', async () => {
    const { body } = await get('/de/contact?question=Wo%20ist%20%3Cb%3Emein%3C%2Fb%3E%20Z%C3%A4hler')
    expect(body).toContain('Wir sind am Montag ab 08:00 Uhr wieder da.')
    expect(body).toContain('Wo ist &lt;b>mein&lt;/b> Zähler')
    expect(body).toContain('089 99998-100')
  })

  test('a message with a file leads to its own page, which can be opened again', async () => {
    const sent = await post('/de/contact', {
      opened: await openedForm(),
      subject: 'Laterne dunkel',
      message: 'Seit <b>drei</b> Tagen',
      question: 'laterne',
      files: { name: 'stand.txt', content: 'Zählerstand' },
    })
    expect(sent.statusCode).toBe(303)
    const location = String(sent.headers.location)
    expect(location).toMatch(/^\/de\/track\/[\w-]{43}\?new=1$/)
    const { body } = await get(location)
    expect(body).toContain('Danke, Ihre Nachricht ist angekommen.')
    expect(body).toContain('Seit &lt;b>drei&lt;/b> Tagen')
    expect(body).toContain('Antwort bis Montag, 23. November 2026 um 18:00')
    expect(body).toContain('noindex')
    const file = /href="(\/files\/[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await get(file)).body).toBe('Zählerstand')
    expect((await get(file.split('?')[0] as string)).statusCode).toBe(404)
    // Not the last letter: not all of its bits count.
    const other = file.at(-2) === 'x' ? 'y' : 'x'
    expect((await get(`${file.slice(0, -2)}${other}${file.slice(-1)}`)).statusCode).toBe(404)
  })

  test('a refused form keeps what was typed and the file, and says what to mend beside the field', async () => {
    const refused = await post('/de/contact', {
      opened: await openedForm(),
      subject: 'Laterne "am" Steg',
      message: '',
      email: 'keine Adresse',
      files: { name: 'stand.txt', content: 'Zählerstand' },
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('value="Laterne &quot;am&quot; Steg"')
    expect(refused.body).toContain('id="f-message-error"')
    expect(refused.body).toContain('id="f-email-error"')
    const kept = /name="files.kept" value="([^"]+)"/.exec(refused.body)?.[1] ?? ''
    const sent = await post('/de/contact', {
      opened: await openedForm(),
      subject: 'Laterne',
      message: 'Jetzt aber',
      'files.kept': kept,
    })
    expect((await get(String(sent.headers.location))).body).toContain('stand.txt')
  })

  test('a file of a kind we do not take is named, and what was typed stays', async () => {
    const refused = await post('/de/contact', {
      opened: await openedForm(),
      subject: 'Mit Programm',
      message: 'siehe Anlage',
      files: { name: 'virus.exe', content: Buffer.from([0x4d, 0x5a, 0, 1, 2, 3]) },
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('id="f-files-error"')
    expect(refused.body).toContain('value="Mit Programm"')
  })

  test('a file that is too large is refused beside its field, and what was typed stays', async () => {
    const refused = await post('/de/contact', {
      opened: await openedForm(),
      subject: 'Mit großem Anhang',
      message: 'siehe Anlage',
      files: { name: 'film.txt', content: Buffer.alloc(6_000_000, 'a') },
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('höchstens 5 MB')
    expect(refused.body).toContain('value="Mit großem Anhang"')
  })

  test('who is quicker than a person is asked to look once more', async () => {
    const token = tokenIn((await get('/de/contact')).body)
    const refused = await post('/de/contact', { opened: token, subject: 'Kaufen!', message: 'Billig!' })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('schneller, als Menschen schreiben')
    expect(refused.body).toContain('value="Kaufen!"')
  })

  test('forms with files have a limit for one address', async () => {
    const send = () => post('/de/contact', { subject: '', message: '' })
    let answer = await send()
    for (let n = 0; n < 70 && answer.statusCode !== 429; n++) answer = await send()
    expect(answer.statusCode).toBe(429)
    await app.theke.db.deleteFrom('call_counts').execute()
  })

  test('number and code lead to the page', async () => {
    const { reference, code, link } = await build.write(build.visitor())
    const found = await post('/de/track', { reference, code })
    expect(found.headers.location).toBe(`/de/track/${link}`)
    const wrong = await post('/de/track', { reference, code: 'AAAA-AAAA' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('passen nicht zusammen')
  })

  test('replying and withdrawing work by the link', async () => {
    const { link } = await build.write(build.visitor())
    const replied = await post(`/de/track/${link}`, { action: 'reply', message: 'Noch etwas' })
    expect(replied.statusCode).toBe(303)
    expect((await get(`/de/track/${link}`)).body).toContain('Noch etwas')
    await post(`/de/track/${link}`, { action: 'withdraw' })
    expect((await get(`/de/track/${link}`)).body).toContain('Zurückgezogen')
  })
})

test.each(['/de/requests', '/de/requests/R-24001-A', '/de/desk', '/de/desk/R-24001-A'])(
  '%s leads to signing in',
  async (path) => {
    const answer = await get(path)
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toContain('/de/sign-in')
  },
)

test('a link that is none says so, without more', async () => {
  expect((await get(`/de/track/${'A'.repeat(43)}`)).statusCode).toBe(404)
})

describe('in a portal that demands signing in', () => {
  test.each([
    ['following by its link', (ids: Links) => `/de/track/${ids.track}`],
    ['following by reference and code', () => '/de/track'],
    ['rating', (ids: Links) => `/de/rate/${ids.rate}`],
    ['stopping mails', (ids: Links) => `/de/notifications/off/${ids.off}`],
    ['deciding by the mail', (ids: Links) => `/de/approve/${ids.approve}`],
  ])('%s works with the secret alone', async (_, address) => {
    const answer = await get(address(await closedPortal()))
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toContain('name="password"')
    expect((await get('/de/contact')).statusCode).not.toBe(200)
  })

  test('a message to one’s own request and a rating are taken', async () => {
    const { track, rate } = await closedPortal()
    expect((await post(`/de/rate/${rate}`, { score: '5' })).statusCode).toBe(303)
    const sent = await post(`/de/track/${track}`, { action: 'reply', message: 'Noch etwas.' })
    expect([sent.statusCode, String(sent.headers.location)]).toEqual([303, expect.stringContaining('/track/')])
    expect((await get(`/de/track/${track}`)).body).toContain('Noch etwas.')
  })

  test('proving one’s address leads to signing in: what is taken along needs an account to go to', async () => {
    await closedPortal()
    const answer = await get(`/de/requests/claim/${'A'.repeat(40)}`)
    expect([answer.statusCode, answer.headers.location]).toEqual([
      302,
      expect.stringContaining('/sign-in?next=%2Fde%2Frequests%2Fclaim'),
    ])
  })
})

interface Links {
  track: string
  rate: string
  off: string
  approve: string
}

let links: Links | undefined

/** Closes the portal to everybody who is not signed in; gives the secrets of a request, a mail and an ask. */
async function closedPortal(): Promise<Links> {
  if (links) return links
  const { theke } = app
  const make = processBuilders(theke as never)
  const [ann, boss] = [await make.person('Ann'), await make.person('Bea')]
  const { reference } = await make.write(make.visitor(), { email: 'v@example.org' })
  const { id } = await theke.db
    .selectFrom('requests')
    .select('id')
    .where('number', '=', numberOf(reference))
    .executeTakeFirstOrThrow()
  const { secret } = theke.installation
  const step = { key: 'boss', approver: { kind: 'person', personId: String(boss.actor.personId) } }
  await make.order(ann, [{ approval: { stages: [{ need: 'all', steps: [step] }] } } as never])
  const ask = await theke.db.selectFrom('approval_asks').select('id').executeTakeFirstOrThrow()
  const until = new Date(now.getTime() + 86_400_000)
  links = {
    track: linkOf(secret, id, 1),
    rate: ratingLinkOf(secret, id, 1),
    off: unsubscribeLinkOf(secret, String(ann.actor.personId), 'requests.answered'),
    approve: approvalLinkOf(secret, { askId: ask.id, personId: String(boss.actor.personId), until }),
  }
  await theke.db
    .updateTable('requests')
    .set({ link_version: 1, state: 'solved', solved_at: now })
    .where('id', '=', id)
    .execute()
  const audience = await theke.db
    .insertInto('audiences')
    .values({ key: 'members', names: '{}', rule: JSON.stringify({ signedIn: true }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await theke.db.updateTable('portals').set({ entry_audience_id: audience.id }).execute()
  await theke.runner.inCtx(bySystem, async (ctx) =>
    ctx.emit({ type: 'portal.changed', subject: { kind: 'portal', id: 'main' } }),
  )
  await theke.events.settled()
  return links
}
