import type { AuthInfo, McpHttpHandler, Tool } from '@modelcontextprotocol/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LANGS, negotiateLang } from '../../kernel/lang.ts'
import type { Operation } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Call } from '../../kernel/runner.ts'
import { apiCaller } from '../http/api-caller.ts'
import { problemOf, STATUS } from '../http/problem.ts'
import type { HttpServices } from '../http/services.ts'
import { callTool } from './call-tool.ts'
import { describeTool, isOffered, toolOperations } from './tools.ts'

const INSTRUCTIONS = `Self-service portal of an organisation: what it knows, what it offers, and requests to its people.
Search before you answer (answers_search), answer only from passages that were found, and name their source with its url.
When answered is false, say that you do not know and offer to write to a person (requests_write), with the question and what was read.
Never pass on more than the person you act for asked about.`

/**
 * Serves every operation of the channel `mcp` as a tool at `/mcp` (Model Context Protocol, streamable HTTP, without sessions). Callers
 * identify themselves by API key, as with the REST API, or get the tools that are for everybody. Cookies count for nothing here.
 */
export function registerMcp(app: FastifyInstance, services: HttpServices, { version }: { version: string }) {
  const operations = toolOperations(services.slices.flatMap((slice) => slice.operations))
  const described = new Map<string, Tool>()
  let handler: Promise<McpHttpHandler> | undefined

  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    handler: async (request, reply) => {
      try {
        const caller = { ...(await apiCaller(services, request, 'mcp')), requestId: request.id }
        handler ??= createHandler()
        const authInfo: AuthInfo = { token: '', clientId: caller.actor.apiKeyId ?? '', scopes: [], extra: { caller } }
        return await (await handler).fetch(webRequest(request), { authInfo, parsedBody: request.body })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer')
        const t = services.texts(negotiateLang(request.headers['accept-language'], LANGS))
        return reply
          .code(STATUS[error.code])
          .type('application/problem+json; charset=utf-8')
          .send(JSON.stringify(problemOf(error, t, request.id)))
      }
    },
  })
  app.addHook('onClose', async () => (await handler)?.close())

  /** The library is loaded when somebody first asks for it: most installations never do, and it takes memory. */
  async function createHandler(): Promise<McpHttpHandler> {
    const { createMcpHandler, ProtocolError, ProtocolErrorCode, Server } = await import('@modelcontextprotocol/server')
    return createMcpHandler(
      ({ authInfo }) => {
        const caller = authInfo?.extra?.['caller'] as Call & { requestId: string }
        const server = new Server(
          { name: 'theke', title: 'Theke', version },
          { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
        )
        server.setRequestHandler('tools/list', () => ({ tools: toolsFor(caller) }))
        server.setRequestHandler('tools/call', async ({ params }) => {
          const operation = operations.get(params.name)
          if (!operation) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool ${params.name}`)
          return callTool(services, operation, caller, params.arguments ?? {})
        })
        return server
      },
      { onerror: (error) => services.log.warn({ err: error }, 'a call by MCP was rejected') },
    )
  }

  function toolsFor({ actor }: Call): Tool[] {
    return [...operations.values()].filter((operation) => isOffered(operation, actor)).map(toolOf)
  }

  function toolOf(operation: Operation): Tool {
    const known = described.get(operation.name)
    if (known) return known
    const tool = describeTool(operation)
    described.set(operation.name, tool)
    return tool
  }
}

/** The request as the library wants it. Its body has been read already. */
function webRequest(request: FastifyRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, [value].flat().join(', '))
  return new Request(`${request.protocol}://${request.host}${request.url}`, { method: request.method, headers })
}
