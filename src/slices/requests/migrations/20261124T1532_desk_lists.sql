-- Lists of the desk over everything there ever was: of whoever dealt with it, and of a portal in which little is written.
create index requests_assignee_all on requests (assignee_id, id desc) where assignee_id is not null;
create index requests_portal on requests (portal, id desc);
