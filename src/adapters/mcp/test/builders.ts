import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll } from 'vitest'
import { createApiKey } from '../../../slices/identity/operations/create-api-key.ts'
import { bySystem, type openApp } from '../../../test/theke.ts'

type App = Awaited<ReturnType<typeof openApp>>

/** The application on a port of its own, and clients of the Model Context Protocol that are closed after the tests. */
export async function mcpClients(app: App) {
  const address = await app.fastify.listen({ port: 0, host: '127.0.0.1' })
  const open: Client[] = []
  afterAll(() => Promise.all(open.map((client) => client.close())))
  return async function connect(key?: string, query = ''): Promise<Client> {
    const client = new Client({ name: 'test', version: '1' })
    open.push(client)
    const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${address}/mcp${query}`), { requestInit: { headers } }),
    )
    return client
  }
}

/** An API key of somebody, as the administration makes it. */
export async function apiKeyOf(app: App, email: string, scopes: readonly string[]): Promise<string> {
  return (await app.theke.runner.run(createApiKey, bySystem, { name: 'test', email, scopes })).key
}

/** What a tool said, as JSON. */
export function saidBy(result: Awaited<ReturnType<Client['callTool']>>) {
  return JSON.parse((result.content as { text: string }[])[0]?.text ?? 'null')
}
