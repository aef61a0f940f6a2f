-- When Theke took back what an effect did, because the service that brought it ended.
alter table fulfilment_work add column undone_at timestamptz;
-- What else somebody has that brings the same.
create index request_items_person on request_items ((coalesce(beneficiary_id, requester_id)));
