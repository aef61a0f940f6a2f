import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { bySystem, callBy, openTheke } from '../../../test/theke.ts'
import { explainRank } from '../operations/explain.ts'
import { searchOperation } from '../operations/search.ts'
import { COLLECTION, findable } from './builders.ts'

const AUDIENCE = 'b1000000-0000-7000-8000-0000000000aa'
/** What the little model knows: words that mean the same point the same way. */
const MEANINGS = [
  ['zähler', 'uhr', 'meter'],
  ['abschlag', 'monatsrate', 'vorauszahlung'],
  ['bücher', 'schmöker', 'lektüre'],
]

/** A server that speaks the embeddings protocol. */
let server: Server
let isDown = false
const received: { key: string | undefined; input: string[] }[] = []
let here: Awaited<ReturnType<typeof openTheke>>
let there: Awaited<ReturnType<typeof openTheke>>

beforeAll(async () => {
  server = createServer((request, response) => {
    if (isDown) {
      response.writeHead(503).end('busy')
      return
    }
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      const { input, model } = JSON.parse(body) as { input: string[]; model: string }
      received.push({ key: request.headers.authorization, input })
      response.setHeader('content-type', 'application/json')
      const list = input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }))
      response.end(JSON.stringify({ object: 'list', model, data: list.reverse() }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const database = await openTestDatabase()
  const config = { embeddings: { url, model: 'little', key: 'k-1' } }
  here = await openTheke({ database, config })
  there = await openTheke({ database, config })
  const hidden = findable({ id: 'hidden', title: 'Lektüre der Leitung', text: 'Lektüre', audience: AUDIENCE })
  const own = findable({ id: 'own', kind: 'request', title: 'Meine Monatsrate', owner: AUDIENCE })
  for (const process of [here, there]) process.search.put([...COLLECTION, hidden, own])
})
afterAll(() => new Promise((done) => server.close(done)))

const vectorOf = (text: string): number[] => [
  0.01,
  ...MEANINGS.map((words) => (words.some((word) => text.toLowerCase().includes(word)) ? 1 : 0)),
]
async function makeMeanings() {
  await here.runner.inCtx(bySystem, async (ctx) => ctx.jobs.enqueue('answers.makeMeanings', {}))
  await here.drain()
  for (const process of [here, there]) await process.settled()
}
const idsOf = async (process: typeof here, q: string, audiences: string[] = []) =>
  (await process.runner.run(searchOperation, callBy({ audiences: new Set(audiences) }), { q })).items.map(
    ({ id }) => id,
  )

describe('meaning', () => {
  it('is sent for everything but what is somebody’s own, once, with the key', async () => {
    await makeMeanings()
    const texts = received.flatMap(({ input }) => input)
    expect(texts).toHaveLength(COLLECTION.length + 1)
    expect(texts.join(' ')).not.toContain('Meine Monatsrate')
    expect(received.every(({ key }) => key === 'Bearer k-1')).toBe(true)
    await makeMeanings()
    expect(received.flatMap(({ input }) => input)).toHaveLength(COLLECTION.length + 1)
  })

  it('finds, in every process, what contains none of the words', async () => {
    for (const process of [here, there]) {
      expect((await idsOf(process, 'Monatsrate'))[0]).toBe('a:2:de')
      expect((await idsOf(process, 'Schmöker'))[0]).toBe('a:3:de')
    }
  })

  it('says in which of the two lists something stands, and where', async () => {
    const editor = callBy({ personId: AUDIENCE, permissions: new Set(['answers.manage']) })
    const explain = (q: string, id: string) => here.runner.run(explainRank, editor, { q, id })
    expect(await explain('Schmöker', 'a:3:de')).toMatchObject({ found: true, rank: 1, lists: { meaning: 1 } })
    const both = await explain('Abschlag ändern', 'a:2:de')
    expect(both.lists).toMatchObject({ words: 1, meaning: 1 })
    expect(both.lists?.closeness).toBeGreaterThan(0.9)
    expect((await explain('Abschlag ändern', 'a:3:de')).lists?.closeness ?? 0).toBeLessThan(0.5)
  })

  it('never what the asker may not read', async () => {
    expect(await idsOf(here, 'Schmöker')).not.toContain('hidden')
    expect(await idsOf(here, 'Schmöker', [AUDIENCE])).toContain('hidden')
  })

  it('is made again for what was changed', async () => {
    for (const process of [here, there])
      process.search.put([findable({ id: 'a:2:de', group: 'a:2', title: 'Uhr', text: 'Nichts sonst.' })])
    await makeMeanings()
    expect((await idsOf(there, 'Monatsrate'))[0]).not.toBe('a:2:de')
    for (const process of [here, there]) process.search.put(COLLECTION)
    await makeMeanings()
  })

  it('is done without when the address does not answer: by words alone, at once', async () => {
    isDown = true
    expect(await idsOf(here, 'Lektüre')).toEqual([])
    expect((await idsOf(here, 'Abschlag ändern'))[0]).toBe('a:2:de')
    isDown = false
  })
})
