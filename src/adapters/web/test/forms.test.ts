import { beforeAll, expect, test } from 'vitest'
import { openApp } from '../../../test/theke.ts'

/** What is sent as a form by somebody who is not signed in, and perhaps no person at all. */

let app: Awaited<ReturnType<typeof openApp>>
beforeAll(async () => {
  app = await openApp()
})

const BOUNDARY = 'xxxx'
const ORIGIN = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }

/** Sends fields as a form with files does. */
function send(url: string, fields: readonly (readonly [string, string])[]) {
  const parts = fields.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return app.fastify.inject({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, ...ORIGIN },
    payload: `${parts.join('')}--${BOUNDARY}--\r\n`,
  })
}

const kept = async () =>
  Number(
    (
      await app.theke.db
        .selectFrom('form_drafts')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

test('a form with files brings no more text than one without, and leaves nothing behind', async () => {
  const field = 'a'.repeat(1_500_000)
  for (const url of ['/de/contact', '/de/admin/articles/new']) {
    const sent = await send(url, [
      ['one', field],
      ['two', field],
      ['three', field],
    ])
    expect(sent.statusCode).toBe(422)
  }
  expect(await kept()).toBe(0)
})

test('a form is kept for whoever signs in, whatever stands in it, but not one after the other without end', async () => {
  const first = await send('/de/admin/articles/new', [['ti\0tle', 'Stra\0ße']])
  expect([first.statusCode, first.headers['set-cookie']]).toEqual([303, expect.stringContaining('theke_draft=')])
  for (let n = 0; n < 70; n++) await send('/de/admin/articles/new', [['title', 'x']])
  expect(await kept()).toBe(60)
})
