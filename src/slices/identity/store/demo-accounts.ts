import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'

/** People of the demonstration who can sign in, with the names of their roles, in the order in which they were loaded. */
export async function listDemoAccounts(db: Database) {
  const { rows } = await sql<{ name: string; email: string; roles: unknown[] }>`
    select p.name, p.email, array(select r.names from person_roles pr join roles r on r.id = pr.role_id where pr.person_id = p.id order by r.key) as roles
    from persons p where p.external_key is not null and p.sign_in and p.state = 'active' and p.email is not null
    order by p.created_at, p.id limit 20`.execute(db)
  return rows
}
