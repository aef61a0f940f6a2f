import { z } from 'zod'
import type { Operation } from '../../kernel/operation.ts'
import { REFUSAL_CODES } from '../../kernel/refusal.ts'
import { STATUS } from '../http/problem.ts'

interface Described {
  name: string
  summary: string
}

/**
 * The OpenAPI 3.1 description of every operation that is offered by REST. Made from the same schemas that check the calls, so that it
 * cannot differ from them.
 */
export function describeApi(operations: readonly Operation[], version: string, server: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  const schemas: Record<string, unknown> = { Problem: PROBLEM }
  for (const operation of operations) {
    if (!operation.http || !operation.channels.includes('api')) continue
    const path = `/api/v1${operation.http.path}`
    paths[path] ??= {}
    ;(paths[path] as Record<string, unknown>)[operation.http.method.toLowerCase()] = describeOperation(
      operation,
      schemas,
    )
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Theke',
      version,
      description:
        'Everything that can be done in Theke. Every operation is also a form in the portal; both refuse and answer alike. Errors are problem details (RFC 9457).',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: server }],
    security: [{ apiKey: [] }, { session: [] }, {}],
    tags: [...new Set(operations.map(sliceOf))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'A key made in the administration, with its scopes.' },
        session: { type: 'apiKey', in: 'cookie', name: 'theke_session' },
      },
      schemas,
      responses: Object.fromEntries(
        REFUSAL_CODES.map((code) => [
          code,
          {
            description: `Refused: ${code.replace('_', ' ')}`,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  }
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    reason: { type: 'string', description: "The slice's own reason, stable for programs" },
    detail: { type: 'string', description: 'What to do next, in the language asked for' },
    requestId: { type: 'string' },
    retryAfter: { type: 'integer', description: 'Seconds' },
    issues: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message', 'key'],
        properties: { path: { type: 'string' }, message: { type: 'string' }, key: { type: 'string' } },
      },
    },
  },
}

const sliceOf = (operation: Described) => operation.name.split('.')[0] ?? operation.name

function describeOperation(operation: Operation, schemas: Record<string, unknown>) {
  const { method, path } = operation.http as { method: string; path: string }
  const input = jsonSchema(operation, 'input', schemas)
  const properties = (input['properties'] ?? {}) as Record<string, Record<string, unknown>>
  const required = new Set((input['required'] ?? []) as string[])
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
  const parameters = Object.entries(properties)
    .filter(([name]) => inPath.includes(name) || method === 'GET')
    .map(([name, schema]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || required.has(name),
      ...(schema['description'] ? { description: schema['description'] } : {}),
      schema,
    }))
  const headers =
    operation.kind === 'command'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', maxLength: 200 },
            description: 'The same key gives the first answer again instead of doing it twice',
          },
        ]
      : []
  const example = operation.examples[0]
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [sliceOf(operation)],
    ...(operation.requires === 'anyone' ? {} : { description: `Requires: ${operation.requires}` }),
    parameters: [...parameters, ...headers],
    ...(method === 'GET' ? {} : body(input, inPath, example?.input)),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: jsonSchema(operation, 'output', schemas) } },
      },
      ...Object.fromEntries(REFUSAL_CODES.map((code) => [STATUS[code], { $ref: `#/components/responses/${code}` }])),
    },
  }
}

function body(input: Record<string, unknown>, inPath: string[], example: Record<string, unknown> | undefined) {
  const properties = Object.fromEntries(
    Object.entries((input['properties'] ?? {}) as Record<string, unknown>).filter(([name]) => !inPath.includes(name)),
  )
  if (Object.keys(properties).length === 0) return {}
  const required = ((input['required'] ?? []) as string[]).filter((name) => !inPath.includes(name))
  return {
    requestBody: {
      required: required.length > 0,
      content: {
        'application/json': {
          schema: { ...input, properties, required },
          ...(example
            ? { example: Object.fromEntries(Object.entries(example).filter(([name]) => !inPath.includes(name))) }
            : {}),
        },
      },
    },
  }
}

/** The schema of what comes in or goes out. Parts that refer to themselves (conditions upon conditions) go into `schemas`, by name. */
function jsonSchema(
  operation: Operation,
  io: 'input' | 'output',
  schemas: Record<string, unknown>,
): Record<string, unknown> {
  const made = z.toJSONSchema(operation[io], { io, unrepresentable: 'any', cycles: 'ref', reused: 'inline' })
  const { $schema: _, $defs = {}, ...rest } = made as Record<string, unknown> & { $defs?: Record<string, object> }
  const nameOf = (name: string) => (name.startsWith('__') ? `${operation.name}.${io}.${name.slice(2)}` : name)
  const elsewhere = <T>(part: T): T =>
    JSON.parse(JSON.stringify(part), (key, value) =>
      key === '$ref' && typeof value === 'string'
        ? value.replace(/^#\/\$defs\/(.+)$/, (_all, name: string) => `#/components/schemas/${nameOf(name)}`)
        : value,
    )
  for (const [name, part] of Object.entries($defs)) schemas[nameOf(name)] = elsewhere(part)
  return Object.keys($defs).length === 0 ? rest : elsewhere(rest)
}
