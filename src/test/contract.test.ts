import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { newId } from '../kernel/ids.ts'
import type { Operation } from '../kernel/operation.ts'
import { Refusal } from '../kernel/refusal.ts'
import { slices } from '../slices.ts'
import { callBy, openTheke } from './theke.ts'

/** What every operation must keep to, whatever slice it comes from. */

const operations: Operation[] = slices.flatMap((slice) => slice.operations)
const permissions = slices.flatMap((slice) => (slice.permissions ?? []).map((permission) => permission.name))

const PEOPLE = ['nobody', 'somebody', 'everything'] as const
let people: Record<(typeof PEOPLE)[number], Partial<Actor>>

/** Values that have broken other people's software. */
const NASTY: unknown[] = [
  '',
  '\u0000',
  '\ud800',
  "'; drop table persons; --",
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  'a'.repeat(100_000),
  -1,
  0,
  1e308,
  Number.NaN,
  2 ** 53,
  true,
  null,
  [],
  {},
  [[[[]]]],
  { $ne: null },
  '00000000-0000-7000-8000-000000000000',
  '9999-99-99',
  'ff'.repeat(30),
  '%%_\\',
]

let theke: Awaited<ReturnType<typeof openTheke>>
beforeAll(async () => {
  theke = await openTheke()
  const [somebody, everything] = [newId(), newId()]
  await theke.db
    .insertInto('persons')
    .values([
      { id: somebody, name: 'Somebody', email: 'somebody@example.org' },
      { id: everything, name: 'Admin', email: 'admin@example.org' },
    ])
    .execute()
  people = {
    nobody: { address: '192.0.2.1' },
    somebody: { personId: somebody, name: 'Somebody', email: 'somebody@example.org' },
    everything: {
      personId: everything,
      name: 'Admin',
      email: 'admin@example.org',
      permissions: new Set(permissions),
    },
  }
})

describe('the list of operations', () => {
  it('has no name twice and no address twice', () => {
    const names = operations.map((operation) => operation.name)
    const addresses = operations.flatMap((one) =>
      one.http ? [`${one.http.method} ${one.http.path.replace(/\{\w+\}/g, '{}')}`] : [],
    )
    expect(names).toEqual([...new Set(names)])
    expect(addresses).toEqual([...new Set(addresses)])
  })

  it('names in the path only what the input has', () => {
    for (const operation of operations) {
      const properties = Object.keys(
        (z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' })['properties'] ?? {}) as object,
      )
      for (const [, name] of operation.http?.path.matchAll(/\{(\w+)\}/g) ?? [])
        expect(properties, operation.name).toContain(name)
    }
  })

  it('requires permissions that some slice declares', () => {
    for (const { name, requires } of operations)
      if (requires !== 'anyone' && requires !== 'signed-in') expect(permissions, name).toContain(requires)
  })
})

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
  it.each(PEOPLE)('answers or refuses %s, whatever comes in', async (who) => {
    for (const input of nastyInputs(operation)) {
      const outcome = await theke.runner.run(operation, callBy(people[who]), input).then(
        () => 'answered',
        (error: unknown) => (error instanceof Refusal ? 'refused' : error),
      )
      expect(['answered', 'refused'], `${JSON.stringify(input)?.slice(0, 300)} → ${String(outcome)}`).toContain(outcome)
    }
  })

  it('refuses who lacks what it requires', async () => {
    if (operation.requires === 'anyone') return
    // What a channel does not offer does not exist there.
    const onWeb = operation.channels.includes('web')
    await expect(theke.runner.run(operation, callBy(people.nobody), {})).rejects.toMatchObject({
      code: onWeb ? 'unauthenticated' : 'not_found',
    })
    if (onWeb && operation.requires !== 'signed-in')
      await expect(theke.runner.run(operation, callBy(people.somebody), {})).rejects.toMatchObject({
        code: 'forbidden',
      })
  })
})

/** Inputs that are wrong in one place each, and some that are wrong altogether. */
function nastyInputs(operation: Operation): unknown[] {
  const schema = z.toJSONSchema(operation.input, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  }) as JsonSchema
  const names = Object.keys(schema.properties ?? {})
  const plausible = Object.fromEntries(names.map((name) => [name, plausibleValue(schema.properties?.[name] ?? {})]))
  const wrongInOnePlace = names.flatMap((name, n) =>
    NASTY.filter((_, m) => (m + n) % 3 === 0).map((value) => ({ ...plausible, [name]: value })),
  )
  return [undefined, null, 'text', 7, [], {}, plausible, ...wrongInOnePlace]
}

interface JsonSchema {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  minimum?: number
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
}

function plausibleValue(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (choice) return plausibleValue(choice)
  switch (schema.type) {
    case 'string':
      if (schema.format === 'uuid') return newId()
      if (schema.format === 'email') return 'somebody@example.org'
      if (schema.format === 'date') return '2026-11-21'
      if (schema.format === 'date-time') return '2026-11-21T12:00:00Z'
      if (schema.format === 'uri') return 'https://example.org/'
      return 'something plausible'
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    case 'array':
      return schema.items ? [plausibleValue(schema.items)] : []
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, part]) => [name, plausibleValue(part)]),
      )
    default:
      return null
  }
}
