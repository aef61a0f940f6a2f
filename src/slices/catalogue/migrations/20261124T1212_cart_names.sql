-- What a service in a cart was called when it was put in: shown when it can no longer be seen, instead of what it is called now.
alter table cart_items add column names jsonb not null default '{}';
-- The reference of the case that deals with an order, for showing it without asking the slice that keeps it.
alter table orders add column request_reference text;
