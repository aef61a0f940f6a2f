-- When it was closed: for so long after it, its requester may open it again.
alter table requests add column closed_at timestamptz;
update requests set closed_at = changed_at where state = 'closed';
-- What was solved a while ago and nobody objected to is closed by a job.
create index requests_solved on requests (solved_at) where state = 'solved';
