-- Closed requests of visitors that still say who they were.
create index requests_of_visitors on requests (closed_at)
  where requester_id is null and state = 'closed'
    and (contact_email is not null or contact_name is not null or callback_number is not null);
