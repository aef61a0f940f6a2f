import { beforeAll, describe, expect, it } from 'vitest'
import { findable } from '../../../slices/answers/test/builders.ts'
import { makePerson } from '../../../slices/identity/test/builders.ts'
import { openApp } from '../../../test/theke.ts'
import { apiKeyOf, mcpClients, saidBy } from './builders.ts'

let app: Awaited<ReturnType<typeof openApp>>
let connect: Awaited<ReturnType<typeof mcpClients>>
beforeAll(async () => {
  app = await openApp()
  connect = await mcpClients(app)
  app.theke.search.put([
    findable({ id: 'a:1:de', title: 'Zählerstand melden' }),
    findable({
      id: 's:1:de',
      title: 'Zählerstand der Geschäftsführung',
      audience: 'b1000000-0000-7000-8000-000000000001',
    }),
  ])
})

/** A person whose role permits this, with a key for all of it. */
async function keyOf(name: string, permissions: string[]) {
  const { email } = await makePerson(app.theke, { name, email: `${name}@example.org`, password: null })
  const role = await app.theke.db
    .insertInto('roles')
    .values({ key: `role-${name}`, names: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const permission of permissions)
    await app.theke.db.insertInto('role_permissions').values({ role_id: role.id, permission }).execute()
  const person = await app.theke.db
    .selectFrom('persons')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  await app.theke.db.insertInto('person_roles').values({ person_id: person.id, role_id: role.id }).execute()
  return apiKeyOf(app, email, permissions)
}

describe('tools', () => {
  it('for everybody are those that ask for nothing', async () => {
    const client = await connect()
    const { tools } = await client.listTools()
    const names = tools.map(({ name }) => name)
    expect(names).toContain('answers_search')
    expect(names).not.toContain('requests_listMine')
    expect(names).not.toContain('answers_listMissing')
    const search = tools.find(({ name }) => name === 'answers_search')
    expect(search?.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
    expect(search?.description).toContain('Example – A question in own words')
    expect(search?.inputSchema.properties).toHaveProperty('q')
  })

  it('are as many as the key allows', async () => {
    const client = await connect(await keyOf('editor', ['answers.manage']))
    const names = (await client.listTools()).tools.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['answers_search', 'requests_listMine', 'answers_listMissing']))
    expect(names).not.toContain('requests_listQueue')
  })

  it('answer as the operation does, in the language asked for, with nothing that the caller may not read', async () => {
    const client = await connect()
    const result = await client.callTool({ name: 'answers_search', arguments: { q: 'Zählerstand', lang: 'de' } })
    expect(result.isError).toBeFalsy()
    expect(result.structuredContent).toEqual(saidBy(result))
    expect(saidBy(result).items.map((item: { title: string }) => item.title)).toEqual(['Zählerstand melden'])
  })
})

describe('refused, as something to read,', () => {
  it('is what does not fit, with its fields', async () => {
    const client = await connect()
    const result = await client.callTool({ name: 'answers_search', arguments: { q: 'x', limit: 1000, lang: 'en' } })
    expect(result.isError).toBe(true)
    expect(saidBy(result)).toMatchObject({ code: 'invalid', status: 422, issues: [{ path: 'limit' }] })
  })

  it('is what needs somebody who is known', async () => {
    const client = await connect()
    expect(saidBy(await client.callTool({ name: 'requests_listMine', arguments: {} }))).toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('is what cannot be undone and was not confirmed', async () => {
    const client = await connect(await keyOf('customer', []))
    const tool = (await client.listTools()).tools.find(({ name }) => name === 'requests_withdraw')
    expect(tool?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true })
    const written = saidBy(
      await client.callTool({ name: 'requests_write', arguments: { subject: 'Lampe', message: 'Dunkel.' } }),
    )
    const withdraw = (rest: object) =>
      client.callTool({ name: 'requests_withdraw', arguments: { request: written.reference, ...rest } })
    expect(saidBy(await withdraw({}))).toMatchObject({ reason: 'mcp.not_confirmed' })
    expect((await withdraw({ confirmed: true })).isError).toBeFalsy()
    expect(saidBy(await withdraw({ confirmed: true }))).toMatchObject({ status: 409 })
  })

  it('is a tool that does not exist', async () => {
    const client = await connect()
    await expect(client.callTool({ name: 'identity_eraseEverybody', arguments: {} })).rejects.toThrow(/no tool/)
  })
})

describe('the address', () => {
  const post = (headers: Record<string, string>, body: object = {}) =>
    app.fastify.inject({ method: 'POST', url: '/mcp', headers, payload: body })

  it('takes no wrong key for nobody', async () => {
    const answer = await post({ authorization: 'Bearer theke_wrong' })
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['www-authenticate']).toBe('Bearer')
    expect((await post({ authorization: 'Basic Zm9v' })).statusCode).toBe(401)
  })

  it('refuses what is no message of the protocol', async () => {
    expect((await post({ accept: 'application/json, text/event-stream' })).statusCode).toBe(400)
    expect((await app.fastify.inject({ method: 'GET', url: '/mcp' })).statusCode).toBeGreaterThanOrEqual(400)
  })

  it('answers for the portal that is named', async () => {
    const client = await connect(undefined, '?portal=employees')
    const result = saidBy(await client.callTool({ name: 'requests_whenBack', arguments: {} }))
    expect(result).toHaveProperty('open')
  })
})
