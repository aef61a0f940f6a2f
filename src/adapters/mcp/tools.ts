import type { Tool } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { type Actor, may } from '../../kernel/actor.ts'
import { LANGS } from '../../kernel/lang.ts'
import type { Operation } from '../../kernel/operation.ts'

/** Operations that assistants are offered, by the name of their tool. */
export function toolOperations(operations: readonly Operation[]): ReadonlyMap<string, Operation> {
  return new Map(
    operations.filter(({ channels }) => channels.includes('mcp')).map((operation) => [toolName(operation), operation]),
  )
}

/** Many assistants take no dots in names of tools: `requests.listMine` is `requests_listMine`. */
export function toolName({ name }: Operation): string {
  return name.replaceAll('.', '_')
}

/** Whether a tool is of any use to somebody. Decides what is listed; the runner decides what is done. */
export function isOffered({ requires }: Operation, actor: Actor): boolean {
  if (requires === 'anyone') return true
  const isKnown = actor.personId !== null || actor.apiKeyId !== null
  return requires === 'signed-in' ? isKnown : may(actor, requires)
}

/** The description of a tool, made from the schemas that check its calls. */
export function describeTool(operation: Operation): Tool {
  const input = jsonSchema(operation.input, 'input')
  const properties = { ...(input['properties'] as Record<string, object> | undefined) }
  properties['lang'] ??= { type: 'string', enum: [...LANGS], description: 'Language of the answer' }
  const required = [...((input['required'] ?? []) as string[])]
  if (operation.confirm) {
    properties['confirmed'] = {
      type: 'boolean',
      description:
        'This cannot be undone. True only after the person it is done for has said so, having been told what it does',
    }
  }
  const output = jsonSchema(operation.output, 'output')
  const isQuery = operation.kind === 'query'
  return {
    name: toolName(operation),
    title: operation.summary,
    description: textOf(operation),
    inputSchema: { ...input, type: 'object', properties, required } as Tool['inputSchema'],
    ...(output['type'] === 'object' ? { outputSchema: output as Tool['outputSchema'] } : {}),
    annotations: {
      title: operation.summary,
      readOnlyHint: isQuery,
      destructiveHint: operation.confirm,
      idempotentHint: isQuery,
      openWorldHint: false,
    },
  }
}

function textOf({ summary, requires, confirm, examples }: Operation): string {
  const lines = [`${summary}.`]
  if (requires === 'signed-in') lines.push('Needs an API key: it is done as the person whose key it is.')
  else if (requires !== 'anyone') lines.push(`Needs an API key with the permission ${requires}.`)
  if (confirm) lines.push('Cannot be undone: ask the person first, then call it with confirmed: true.')
  for (const { title, input } of examples.slice(0, 2)) lines.push(`Example – ${title}: ${JSON.stringify(input)}`)
  return lines.join('\n')
}

/** Complete in itself: what refers to itself stands in `$defs`. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    cycles: 'ref',
    reused: 'inline',
  })
  return made as Record<string, unknown>
}
