import { createHash } from 'node:crypto'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { type Migration, migrate } from '../../src/platform/database/migrate.ts'

type Column = {
  table: string
  column: string
  type: string
  elements: string | null
  nullable: boolean
  optional: boolean
  never: boolean
}
type Check = { table: string; definition: string }

const FINGERPRINT = /^\/\/ Fingerprint: (\w+) (\w+)$/m
const HEADER = [
  '// Written by "npm run generate" from the migrated database. Do not edit.',
  "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
  '',
  'export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }',
  '/** Arrives as a value; is written as text, because the driver would turn a list into an SQL array. */',
  'type Json = ColumnType<JsonValue, string, string>',
  'type Moment = ColumnType<Date, Date | string, Date | string>',
  '/** May be left out when a row is inserted. */',
  'type Optional<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : Generated<T>',
]

const TYPES: Record<string, string> = {
  ...{ bool: 'boolean', int2: 'number', int4: 'number', int8: 'number', float4: 'number', float8: 'number' },
  ...{ json: 'Json', jsonb: 'Json', timestamptz: 'Moment', timestamp: 'Moment', bytea: 'Buffer' },
}

/** `ColumnType<…> | null` would hide the inner type from Kysely. */
const NULLABLE: Record<string, string> = {
  Json: 'ColumnType<JsonValue | null, string | null | undefined, string | null>',
  Moment: 'ColumnType<Date | null, Date | string | null | undefined, Date | string | null>',
}

/** True when tables.ts was written from the migrations as they are now, and not edited since. */
export function tablesAreFresh(text: string) {
  const [, inputs, body] = FINGERPRINT.exec(text) ?? []
  return inputs === fingerprintOf(inputsText()) && body === fingerprintOf(text.replace(FINGERPRINT, ''))
}

/** Migrates an empty database and describes its tables as TypeScript. */
export async function describeTables() {
  const folder = mkdtempSync(join(tmpdir(), 'theke-generate-'))
  const server = await startEmbedded(folder, { quickly: true, settings: { fsync: 'off' } })
  try {
    await migrate({ url: server.url, migrations: readMigrations() })
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    const { rows: columns } = await client.query<Column>(COLUMNS)
    const { rows: checks } = await client.query<Check>(CHECKS)
    await client.end()
    return render(columns, checks)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function readMigrations(): Migration[] {
  return globSync(['src/platform/migrations/*.sql', 'src/slices/*/migrations/*.sql'])
    .sort()
    .map((path) => ({
      slice: path.split('/').at(-3) ?? '',
      name: path.split('/').at(-1) ?? '',
      sql: readFileSync(path, 'utf8'),
    }))
}

function inputsText() {
  const migrations = readMigrations().map(({ slice, name, sql }) => `${slice}/${name}\n${sql}`)
  return [...migrations, readFileSync(import.meta.filename, 'utf8')].join('\n')
}

function render(columns: Column[], checks: Check[]) {
  const tables = Map.groupBy(columns, ({ table }) => table)
  const unions = unionsOf(checks)
  const interfaces = [...tables].map(([table, itsColumns]) => {
    const lines = itsColumns.map((column) => `  ${column.column}: ${typeOf(column, unions)}`)
    return `export interface ${pascal(table)}Table {\n${lines.join('\n')}\n}`
  })
  const names = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`)
  const body = [...interfaces, `export interface Tables {\n${names.join('\n')}\n}`].join('\n\n')
  const text = [...HEADER.slice(0, 1), '// Fingerprint: 0 0', ...HEADER.slice(1), '', body, ''].join('\n')
  const bodyPrint = fingerprintOf(text.replace(FINGERPRINT, ''))
  return text.replace(FINGERPRINT, `// Fingerprint: ${fingerprintOf(inputsText())} ${bodyPrint}`)
}

function typeOf({ table, column, type, elements, nullable, optional, never }: Column, unions: Map<string, string>) {
  const union = unions.get(`${table}.${column}`)
  const base = elements ? `${arrayElement(elements)}[]` : (union ?? TYPES[type] ?? 'string')
  const text = nullable ? (NULLABLE[base] ?? `${base} | null`) : base
  if (never) return `GeneratedAlways<${text}>`
  return optional && !nullable ? `Optional<${text}>` : text
}

function arrayElement(elements: string) {
  const type = TYPES[elements] ?? 'string'
  return type === 'Moment' ? 'Date' : type === 'Json' ? 'JsonValue' : type
}

/** `check (state in ('draft', 'published'))` says which words a text column may hold. */
function unionsOf(checks: Check[]) {
  const unions = new Map<string, string>()
  for (const { table, definition } of checks) {
    const found = /^CHECK \(\((\w+) = ANY \(ARRAY\[((?:'[^']*'::text(?:, )?)+)\]\)\)\)$/.exec(definition)
    const [, column, words = ''] = found ?? []
    if (column) unions.set(`${table}.${column}`, words.replaceAll('::text', '').replaceAll(', ', ' | '))
  }
  return unions
}

function pascal(name: string) {
  return name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function fingerprintOf(text: string) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

const COLUMNS = `
  select c.relname as "table", a.attname as "column", t.typname as "type", e.typname as "elements",
    not a.attnotnull as "nullable", a.atthasdef or a.attidentity <> '' as "optional",
    a.attgenerated <> '' or a.attidentity = 'a' as "never"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on t.typelem = e.oid and t.typcategory = 'A'
  where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  order by c.relname, a.attnum`

const CHECKS = `
  select c.relname as "table", pg_get_constraintdef(k.oid) as "definition"
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'c' and n.nspname = 'public' and not c.relispartition`
