import pg from 'pg'

/** Fills the database with requests of a thousand people: most are closed, as in life; each has a message. */
export async function fill(url: string, { requests, own, me }: { requests: number; own: number; me: string }) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `insert into persons (name, email) select 'Person ' || n, 'person' || n || '@example.org' from generate_series(1, 1000) n`,
    )
    await client.query(
      `create temporary table people as select id, row_number() over (order by id) - 1 as row from persons where name like 'Person %'`,
    )
    await client.query(
      `insert into requests (type, state, ending, subject, requester_id, portal, lang, channel, promised_at, answered_at, created_at, changed_at, closed_at)
       select case when n % 5 = 0 then 'incident' else 'message' end,
         case when n % 50 = 0 then 'new' when n % 50 = 1 then 'open' when n % 50 = 2 then 'waiting' else 'closed' end,
         case when n % 50 > 2 then 'solved' end,
         'Betreff ' || n, case when n % $2 = 0 then $3::uuid else people.id end, 'main', 'de', 'web',
         at + interval '2 days', case when n % 50 > 1 then at end, at, at, case when n % 50 > 2 then at end
       from generate_series(1, $1::int) as g (n)
       join people on people.row = n % 1000
       cross join lateral (select now() - make_interval(mins => ($1::int - n) / 2) as at) t`,
      [requests, Math.floor(requests / own), me],
    )
    await client.query(
      `insert into request_entries (request_id, kind, side, body, at)
       select id, 'message', 'requester', 'Seit drei Tagen geht es nicht. ' || subject, created_at from requests where subject like 'Betreff %'`,
    )
    await client.query('vacuum analyze requests, request_entries')
  } finally {
    await client.end()
  }
}
