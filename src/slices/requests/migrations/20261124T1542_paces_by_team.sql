-- How long cases take, by team as well where there are enough of them; without a team: whoever deals with them.
alter table request_paces drop constraint request_paces_pkey;
alter table request_paces add team_id uuid references teams on delete cascade;
alter table request_paces add constraint request_paces_once unique nulls not distinct (type, priority, team_id);

create index requests_pace_of_team on requests (type, priority, team_id, solved_at desc) include (worked_minutes)
  where worked_minutes is not null and team_id is not null;
