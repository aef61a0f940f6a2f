import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { reference } from '../kernel/ids.ts'
import type { Operation } from '../kernel/operation.ts'
import { Refusal } from '../kernel/refusal.ts'
import { loadDemo } from '../process/demonstration.ts'
import { slices } from '../slices.ts'
import { callBy, openTheke } from './theke.ts'

/**
 * Whatever fits its schema, an operation answers or refuses: nothing else is thrown. Tried on the demonstration content, with its ids, keys
 * and references, and with what people and programs send that nobody thinks of. More rounds: `ROUNDS=50 SEED=7`.
 */

const ROUNDS = Number(process.env['ROUNDS'] ?? 2)
const STRANGE = [
  ...['', ' ', 'x', 'a\0b', '\ud800', '👩‍👩‍👧', '../../etc', '%', "';--", '{name}', '<b>', 'x'.repeat(3000)],
  ...['constructor', '__proto__', '-1', '99999999999999999999', '1e400', 'NaN', '2026-02-30', '9999-12-31', 'de'],
]
const DAYS = ['2026-11-24', '0001-01-01', '9999-12-31']
const MOMENTS = ['2026-11-25T10:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z']
const NUMBERS = [0, 1, -1, 2 ** 31, 1e15, -1e15]
const WHO = 'renate.seidl@lindaubrueck.example'

interface Schema {
  [key: string]: unknown
  type?: string
  properties?: Record<string, Schema>
}

const known = { ids: [] as string[], keys: [] as string[], references: [] as string[] }
let theke: Awaited<ReturnType<typeof openTheke>>
let seed = Number(process.env['SEED'] ?? 1)

/** The next of a row of numbers below one that is the same for the same seed (a linear congruential generator). */
function chance(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T

beforeAll(async () => {
  const now = new Date()
  theke = await openTheke({ now: () => now })
  await loadDemo(theke, () => undefined)
  await theke.drain()
  const columns = await rows<{ t: string; c: 'id' | 'key' }>(`
    select table_name t, column_name c from information_schema.columns
    where table_schema = 'public' and (column_name = 'key' or column_name = 'id' and data_type = 'uuid') order by 1, 2`)
  for (const { t, c } of columns)
    for (const { v } of await rows<{ v: string }>(`select ${c}::text v from ${t} order by 1 limit 12`))
      known[c === 'id' ? 'ids' : 'keys'].push(v)
  for (const [letter, table] of [
    ['R', 'requests'],
    ['O', 'orders'],
    ['K', 'known_errors'],
  ] as const)
    for (const { n } of await rows<{ n: number }>(`select number::int n from ${table} order by 1 limit 20`))
      known.references.push(reference(letter, n))
})

async function rows<R>(text: string): Promise<R[]> {
  return (await sql.raw<R>(text).execute(theke.db)).rows
}

/** Something that fits a JSON Schema, more or less. */
function anything(schema: Schema, name = '', depth = 0): unknown {
  if (depth > 6 || typeof schema !== 'object') return null
  if ('const' in schema) return schema['const']
  if ('enum' in schema) return oneOf(schema['enum'] as unknown[])
  const ways = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined
  if (ways) return anything(oneOf(ways), name, depth + 1)
  if (Array.isArray(schema['prefixItems'])) return schema['prefixItems'].map((one) => anything(one, name, depth + 1))
  if (schema.type === 'array')
    return Array.from({ length: Number(schema['minItems'] ?? 0) + Math.floor(chance() * 3) }, () =>
      anything(schema['items'] as Schema, name, depth + 1),
    )
  if (schema.type === 'object') return anyObject(schema, depth)
  if (schema.type === 'string') return anyText(schema, name)
  if (schema.type === 'boolean') return chance() < 0.5
  if (schema.type === 'null') return null
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.min(Math.max(oneOf(NUMBERS), Number(schema['minimum'] ?? -1e15)), Number(schema['maximum'] ?? 1e15))
  return oneOf([...STRANGE, 0, null, [], {}, true])
}

function anyObject(schema: Schema, depth: number) {
  const required = (schema['required'] ?? []) as string[]
  const own = Object.entries(schema.properties ?? {}).filter(([key]) => required.includes(key) || chance() < 0.5)
  const others = schema['additionalProperties']
  const more = typeof others === 'object' && others ? [oneOf(['de', 'en', 'constructor', oneOf(known.keys)])] : []
  return Object.fromEntries([
    ...own.map(([key, value]) => [key, anything(value, key, depth + 1)]),
    ...more.map((key) => [key, anything(others as Schema, key, depth + 1)]),
  ])
}

function anyText(schema: Schema, name: string): string {
  if (schema['format'] === 'uuid') return chance() < 0.8 ? oneOf(known.ids) : crypto.randomUUID()
  if (schema['format'] === 'date') return oneOf(DAYS)
  if (schema['format'] === 'date-time') return oneOf(MOMENTS)
  if (schema['format'] === 'email') return oneOf(['x@example.org', WHO])
  const fitting = /reference|request|order|error|into/i.test(name) ? known.references : known.keys
  const text = chance() < 0.7 ? oneOf(fitting) : oneOf(STRANGE)
  return text.slice(0, Number(schema['maxLength'] ?? 5000))
}

const operations: Operation[] = slices.flatMap((slice) => slice.operations)

test('every operation answers or refuses', async () => {
  const { id, email } = (
    await rows<{ id: string; email: string }>(`select id, email from persons where email = '${WHO}'`)
  )[0] as never
  const everything = new Set(theke.installation.permissions.map((one) => one.name))
  const thrown = new Map<string, unknown>()
  for (let round = 0; round < ROUNDS; round++)
    for (const operation of operations) {
      const actor = { personId: chance() < 0.85 ? id : null, name: 'R', email, permissions: everything }
      const schema = z.toJSONSchema(operation.input, {
        io: 'input',
        unrepresentable: 'any',
        reused: 'inline',
        cycles: 'ref',
      })
      const input = anything(schema as Schema)
      const unlimited = { ...operation, rateLimit: null, rateLimitOn: null }
      const channel = operation.channels.includes('web') ? 'web' : operation.channels[0]
      await theke.runner.run(unlimited, callBy(actor, 'de', channel), input).catch((error: unknown) => {
        if (!(error instanceof Refusal)) thrown.set(`${operation.name} ${JSON.stringify(input)}`, error)
      })
    }
  expect(thrown).toEqual(new Map())
  // What follows from all that, follows.
  await theke.drain()
}, 600_000)
