import pg from 'pg'

/** Kinds of a real desk; the last is kept to its team. */
const TYPES = ['message', 'incident', 'question', 'change', 'complaint']
const TEAMS = 10
const AGENTS = 50

/**
 * Fills the database with requests of a thousand people, dealt with by fifty agents in ten teams: most are closed, as in life; each has a
 * message; complaints (one in twenty) are seen by their team only. `me` has written about `own` of them and is one of the agents.
 */
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
      `insert into teams (key, names) select 'team-' || n, jsonb_build_object('de', 'Team ' || n) from generate_series(1, $1::int) n`,
      [TEAMS],
    )
    await client.query(
      `create temporary table some_teams as select id, row_number() over (order by id) - 1 as row from teams where key like 'team-%'`,
    )
    await client.query(
      `create temporary table agents as select case when row = 0 then $2::uuid else id end as id, row from people where row < $1`,
      [AGENTS, me],
    )
    await client.query(
      `insert into team_members (team_id, person_id)
       select some_teams.id, agents.id from agents join some_teams on some_teams.row = agents.row % $1::int`,
      [TEAMS],
    )
    await client.query(
      `update request_types set team_only = true, team_id = (select id from some_teams where row = 1) where key = 'complaint'`,
    )
    await client.query(
      `insert into requests (type, state, ending, subject, requester_id, portal, lang, channel, promised_at, answered_at, created_at, changed_at,
         closed_at, team_id, assignee_id, priority, tags)
       select ($4::text[])[case when (n / 50) % 20 = 7 then 5 else 1 + n % 4 end],
         case when n % 50 = 0 then 'new' when n % 50 = 1 then 'open' when n % 50 = 2 then 'waiting' else 'closed' end,
         case when n % 50 > 2 then 'solved' end,
         'Betreff ' || n, case when n % $2 = 0 then $3::uuid else people.id end, case when n % 3 = 0 then 'main' else 'employees' end, 'de', 'web',
         at + interval '2 days', case when n % 50 > 1 then at end, at, at, case when n % 50 > 2 then at end,
         case when (n / 50) % 20 = 7 then (select id from some_teams where row = 1) else some_teams.id end,
         case when n % 50 > 0 and n % 7 > 2 then agents.id end, 1 + n % 4, case when n % 40 = 11 then array['strom', 'ort-' || n % 100] else '{}' end
       from generate_series(1, $1::int) as g (n)
       join people on people.row = n % 1000
       join some_teams on some_teams.row = (n / 50) % 10
       join agents on agents.row = (n / 50) % 50
       cross join lateral (select now() - make_interval(mins => ($1::int - n) / 2) as at) t`,
      [requests, Math.floor(requests / own) + 1, me, TYPES],
    )
    await client.query(
      `insert into request_entries (request_id, kind, side, body, at)
       select id, 'message', 'requester', 'Seit drei Tagen geht es nicht. ' || subject, created_at from requests where subject like 'Betreff %'`,
    )
    await client.query('vacuum analyze requests, request_entries, request_types')
  } finally {
    await client.end()
  }
}
