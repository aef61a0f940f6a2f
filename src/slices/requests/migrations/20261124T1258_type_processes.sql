-- Which approval and which fulfilment the requests of a kind need. A request keeps what it was begun with.
create table request_type_processes (
  type text primary key references request_types (key) on delete cascade,
  approval jsonb not null,
  fulfilment jsonb not null,
  version integer not null default 1,
  changed_by uuid references persons (id) on delete set null,
  changed_at timestamptz not null default now()
);
