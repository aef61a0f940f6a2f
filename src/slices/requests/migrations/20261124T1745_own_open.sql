-- One's own that are not closed yet, newest first, also searched: without passing over all that were closed.
create index requests_requester_open on requests (requester_id, id desc)
  where requester_id is not null and state in ('new', 'approval', 'open', 'waiting');
