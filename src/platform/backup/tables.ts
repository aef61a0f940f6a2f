import type pg from 'pg'

/** A table as it stands in a backup: generated columns are left out, they come by themselves. */
export type TableColumns = { name: string; columns: string[] }
/** A sequence and the last number it gave. */
export type SequenceState = { name: string; value: string }

/** Every table of Theke, without the record of migrations. */
export async function listTables(client: pg.ClientBase): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migrations'
    group by c.relname
    order by c.relname`)
  return rows
}

/** Where the sequences stand. */
export async function listSequences(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<SequenceState>(`
    select sequencename::text as name, last_value::text as value
    from pg_sequences where schemaname = 'public' and last_value is not null`)
  return rows
}

/**
 * Takes foreign keys and triggers out of the way while tables are filled, in the caller's transaction. The function it
 * gives puts them back, which checks every reference.
 */
export async function suspendConstraints(client: pg.ClientBase, tables: TableColumns[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`)
  const drops = rows.map(({ table, name }) => `alter table ${table} drop constraint ${name}`)
  const adds = rows.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`)
  const triggers = (state: string) => tables.map(({ name }) => `alter table ${quote(name)} ${state} trigger user`)
  await client.query([...drops, ...triggers('disable')].join(';'))
  return async () => {
    await client.query([...adds, ...triggers('enable')].join(';'))
  }
}

/**
 * Numbers of transactions mean nothing in another cluster, whose own may be smaller: readers would take old rows for
 * new ones one day. Everything restored counts as long past.
 */
export async function forgetTransactions(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    where a.atttypid = 'xid8'::regtype and c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0`)
  for (const { table, column } of rows) await client.query(`update ${quote(table)} set ${quote(column)} = '0'`)
}

/** An identifier, safe in SQL. */
export function quote(name: string) {
  return `"${name.replaceAll('"', '""')}"`
}
