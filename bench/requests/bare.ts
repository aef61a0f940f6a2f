import { randomUUID } from 'node:crypto'
import pg from 'pg'

/**
 * The yardstick of a submitted request: the rows that it leaves behind (request, message, event, the job of its reactions), as prepared
 * statements in one transaction, over the same driver and server.
 */
export async function bareInserts(url: string, personId: string) {
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  pool.on('error', () => undefined)
  return { submit, close: () => pool.end() }

  async function submit() {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query({
        name: 'request',
        text: `insert into requests (type, subject, requester_id, portal, lang, channel, handed_over, first_response_by, promised_at, form_key)
          values ('message', $1, $2, 'main', 'de', 'api', '{"read":[]}', now(), now(), $3) returning id`,
        values: ['Straßenlaterne dunkel', personId, randomUUID()],
      })
      const { id } = rows[0] as { id: string }
      const entry = await client.query({
        name: 'entry',
        text: `insert into request_entries (request_id, kind, side, author_id, author_name, body)
          values ($1, 'message', 'requester', $2, 'Bench', $3) returning id`,
        values: [id, personId, 'Seit drei Tagen ist die Laterne vor dem Haus dunkel.'],
      })
      const event = await client.query({
        name: 'event',
        text: `insert into events (type, subject_kind, subject_id, payload, actor_id, channel, portal, request_id)
          values ('request.written', 'request', $1, $2, $3, 'api', 'main', $4) returning id`,
        values: [id, JSON.stringify({ type: 'message', entry: entry.rows[0].id }), personId, randomUUID()],
      })
      await client.query({
        name: 'job',
        text: `insert into pgboss.job (name, data) values ('work', $1)`,
        values: [JSON.stringify({ job: 'reactions', data: { events: [Number(event.rows[0].id)] } })],
      })
      await client.query('commit')
    } finally {
      client.release()
    }
  }
}
