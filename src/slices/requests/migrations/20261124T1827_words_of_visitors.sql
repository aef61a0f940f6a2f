-- Closed requests of visitors that still say who they were, or what they wrote: also of those who left no address.
drop index requests_of_visitors;
create index requests_of_visitors on requests (closed_at)
  where requester_id is null and state = 'closed'
    and (subject <> '—' or contact_email is not null or contact_name is not null or callback_number is not null);
