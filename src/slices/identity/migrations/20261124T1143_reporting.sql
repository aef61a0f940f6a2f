-- Who answers for whom: managers, and cost centres with their owners. Approvals follow both.
create table cost_centres (
  id uuid primary key default uuidv7(),
  -- As accounting calls it: 4711, IT-200.
  key text not null unique check (key ~ '^[A-Za-z0-9][A-Za-z0-9./-]{0,39}$'),
  names jsonb not null,
  owner_id uuid references persons (id) on delete set null,
  created_at timestamptz not null default now()
);
create index cost_centres_owner on cost_centres (owner_id) where owner_id is not null;

alter table persons
  add column manager_id uuid references persons (id) on delete set null,
  add column cost_centre_id uuid references cost_centres (id) on delete set null,
  add constraint persons_not_own_manager check (manager_id <> id);
create index persons_manager on persons (manager_id) where manager_id is not null;
create index persons_cost_centre on persons (cost_centre_id) where cost_centre_id is not null;
