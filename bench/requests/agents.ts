import { createHash, createHmac, randomBytes } from 'node:crypto'
import pg from 'pg'

/** Somebody at the desk of a measured Theke: a session for pages, a key for the API. */
export interface Agent {
  cookie: string
  key: string
}

/** Adds so many agents, with sessions and keys, to the database of a Theke whose secret is known. */
export async function addAgents(url: string, secret: string, count: number): Promise<Agent[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const role = await client.query(
      `insert into roles (key, names) values ('bench-agent', '{"de": "Desk"}') returning id`,
    )
    await client.query(`insert into role_permissions (role_id, permission) values ($1, 'requests.work')`, [
      role.rows[0].id,
    ])
    const agents: Agent[] = []
    for (let n = 0; n < count; n++) {
      const person = await client.query(`insert into persons (name, email) values ($1, $2) returning id`, [
        `Agent ${n}`,
        `agent${n}@bench.example`,
      ])
      const { id } = person.rows[0] as { id: string }
      await client.query(`insert into person_roles (person_id, role_id) values ($1, $2)`, [id, role.rows[0].id])
      const token = randomBytes(24).toString('base64url')
      await client.query(
        `insert into sessions (person_id, token, expires_at) values ($1, $2, now() + interval '1 day')`,
        [id, token],
      )
      const key = `theke_${randomBytes(24).toString('base64url')}`
      await client.query(
        `insert into api_keys (person_id, name, hint, secret_hash, scopes) values ($1, 'bench', 'bench', $2, $3)`,
        [id, createHash('sha256').update(key).digest('base64url'), ['requests.work']],
      )
      const signature = createHmac('sha256', secret).update(token).digest('base64')
      agents.push({ cookie: `theke_session=${encodeURIComponent(`${token}.${signature}`)}`, key })
    }
    return agents
  } finally {
    await client.end()
  }
}
