import { beforeAll, describe, expect, test } from 'vitest'
import { openApp } from '../../../test/theke.ts'
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
    expect((await get(`${file.slice(0, -1)}x`)).statusCode).toBe(404)
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
