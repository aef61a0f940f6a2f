import { createServer } from 'node:http'
import { type AddressInfo, createServer as createRawServer } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { createOutbound } from '../outbound.ts'

const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(String(request.url))
  if (request.url === '/silent') return
  response.end('ok')
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const port = (server.address() as AddressInfo).port
/** Speaks no HTTP at all. */
const nonsense = createRawServer((socket) => socket.end('\u0000\u0001nonsense'))
await new Promise<void>((done) => nonsense.listen(0, '127.0.0.1', done))
const nonsensePort = (nonsense.address() as AddressInfo).port
afterAll(() => {
  server.closeAllConnections()
  server.close()
  nonsense.close()
})

const known = createOutbound({
  allowed: [`127.0.0.1:${port}`, `127.0.0.1:${nonsensePort}`, '127.0.0.1:1'],
  patience: 300,
})
const message = (url: string) => ({ url, headers: {}, body: '{}' })

describe('sending to another system', () => {
  it('reaches a host that the configuration names', async () => {
    expect(await known.post(message(`http://127.0.0.1:${port}/`))).toMatchObject({ status: 200, text: 'ok' })
  })

  it('waits for nobody who stays silent', async () => {
    expect(await known.post(message(`http://127.0.0.1:${port}/silent`))).toMatchObject({
      status: null,
      text: 'no_answer',
    })
  })

  it('says what went wrong with those who are not there, or talk nonsense', async () => {
    expect(await known.post(message('http://127.0.0.1:1/'))).toMatchObject({ status: null, text: 'refused' })
    expect(await known.post(message(`http://127.0.0.1:${nonsensePort}/`))).toMatchObject({
      status: null,
      text: 'broken',
    })
  })

  it('never reaches the inside, whatever the address is called', async () => {
    const strict = createOutbound({ allowed: [] })
    const before = asked.length
    for (const host of [
      '127.0.0.1',
      '[::1]',
      '10.0.0.1',
      '169.254.169.254',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f000001',
      'localhost',
    ])
      expect(await strict.post(message(`https://${host}:${port}/`))).toMatchObject({
        status: null,
        text: 'not_allowed',
      })
    expect(await strict.post(message(`http://127.0.0.1:${port}/`))).toMatchObject({ text: 'not_allowed' })
    expect(asked.length).toBe(before)
  })
})
