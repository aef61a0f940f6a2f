-- What has to be approved and then fulfilled: one row an item of a request. Both definitions are kept as they were when it began.
create table request_items (
  id uuid primary key default uuidv7(),
  request_id uuid not null references requests (id) on delete cascade,
  -- What the item is called by whoever opened the request: of an order, the id of its item.
  key text not null,
  title jsonb not null,
  amount_cents bigint,
  currency text check (currency ~ '^[A-Z]{3}$'),
  requester_id uuid references persons (id) on delete set null,
  beneficiary_id uuid references persons (id) on delete set null,
  -- Answers of the form by key, for conditions, effects and web hooks; and as people read them: [{ label, value }].
  answers jsonb not null default '{}',
  shown jsonb not null default '[]',
  approval jsonb not null,
  fulfilment jsonb not null,
  state text not null check (state in ('approval', 'fulfilment', 'finished', 'declined', 'cancelled')),
  approval_stage integer not null default 0,
  fulfilment_stage integer not null default 0,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (request_id, key),
  check ((amount_cents is null) = (currency is null)),
  check ((state in ('finished', 'declined', 'cancelled')) = (finished_at is not null))
);

-- Steps of a chain, as they are asked, answered, or passed over.
create table approval_steps (
  id uuid primary key,
  item_id uuid not null references request_items (id) on delete cascade,
  stage integer not null,
  position integer not null,
  key text not null,
  state text not null check (state in ('ahead', 'asking', 'approved', 'declined', 'skipped', 'unneeded')),
  why text check (why in ('condition', 'repeated', 'nobody', 'lapsed', 'elsewhere')),
  need text not null check (need in ('any', 'all')),
  asked_at timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  escalate_at timestamptz,
  escalated_at timestamptz,
  lapse_at timestamptz,
  decided_at timestamptz,
  unique (item_id, key)
);

-- One person asked within a step. The row waits while it has no outcome.
create table approval_asks (
  id uuid primary key,
  step_id uuid not null references approval_steps (id) on delete cascade,
  item_id uuid not null references request_items (id) on delete cascade,
  person_id uuid not null references persons (id),
  via text not null check (via in ('named', 'manager', 'substitute', 'fallback', 'overseer', 'escalation')),
  outcome text check (outcome in ('approved', 'declined', 'repeated', 'released')),
  -- Who answered: the person, or their substitute.
  decided_by uuid references persons (id),
  decided_through text,
  reason text,
  asked_at timestamptz not null,
  decided_at timestamptz,
  unique (step_id, person_id),
  check ((outcome is null) = (decided_at is null))
);
create index approval_asks_waiting on approval_asks (person_id, id) where outcome is null;
create index approval_asks_item on approval_asks (item_id);
create index approval_asks_decided on approval_asks (decided_by, decided_at desc, id desc) where decided_by is not null;

-- Who decides for somebody who is away. Days are whole, the last one included; nobody has two substitutes at once.
create table substitutions (
  id uuid primary key default uuidv7(),
  person_id uuid not null references persons (id) on delete cascade,
  substitute_id uuid not null references persons (id) on delete cascade,
  from_day date not null,
  until_day date not null,
  note text,
  created_by uuid references persons (id) on delete set null,
  created_at timestamptz not null default now(),
  -- Ended early, or taken back.
  ended_at timestamptz,
  check (from_day <= until_day),
  check (person_id <> substitute_id),
  constraint substitutions_one_at_a_time exclude using gist
    (person_id with =, daterange(from_day, until_day, '[]') with &&) where (ended_at is null)
);
create index substitutions_substitute on substitutions (substitute_id, until_day) where ended_at is null;

-- What has to be done for an item: by a team, by another system, or by Theke itself.
create table fulfilment_work (
  id uuid primary key,
  item_id uuid not null references request_items (id) on delete cascade,
  request_id uuid not null references requests (id) on delete cascade,
  stage integer not null,
  position integer not null,
  key text not null,
  kind text not null check (kind in ('task', 'webhook', 'effect')),
  title jsonb not null,
  instructions jsonb,
  team_id uuid references teams (id) on delete set null,
  assignee_id uuid references persons (id) on delete set null,
  -- [{ text, done }]
  checklist jsonb not null default '[]',
  state text not null check (state in ('ahead', 'open', 'done', 'failed', 'unneeded')),
  opened_at timestamptz,
  due_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references persons (id) on delete set null,
  -- Why it could not be done, or what there is to say about it.
  reason text,
  unique (item_id, key),
  check (state = 'ahead' or state = 'unneeded' or opened_at is not null)
);
create index fulfilment_work_request on fulfilment_work (request_id);
-- Lists of tasks: what is open by team and by assignee, the earliest due first; what failed; what was done, newest first.
create index fulfilment_work_open on fulfilment_work (team_id, (coalesce(due_at, opened_at)), id) where kind = 'task' and state = 'open';
create index fulfilment_work_assignee on fulfilment_work (assignee_id, (coalesce(due_at, opened_at)), id) where kind = 'task' and state = 'open';
create index fulfilment_work_failed on fulfilment_work ((coalesce(due_at, opened_at)), id) where state = 'failed';
create index fulfilment_work_ended on fulfilment_work (team_id, ended_at desc, id desc) where kind = 'task' and ended_at is not null;

-- Other systems that are told to do something.
create table webhooks (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  title text not null check (title <> ''),
  url text not null,
  -- What messages are signed with; the one before counts as well until its time is over.
  secret text not null,
  previous_secret text,
  previous_until timestamptz,
  is_on boolean not null default true,
  created_at timestamptz not null default now(),
  check ((previous_secret is null) = (previous_until is null))
);

create table webhook_deliveries (
  id uuid primary key default uuidv7(),
  webhook_id uuid not null references webhooks (id) on delete cascade,
  work_id uuid references fulfilment_work (id) on delete cascade,
  request_id uuid references requests (id) on delete cascade,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index webhook_deliveries_log on webhook_deliveries (webhook_id, id desc);
create index webhook_deliveries_request on webhook_deliveries (request_id) where request_id is not null;
create index webhook_deliveries_work on webhook_deliveries (work_id) where work_id is not null;

create table webhook_attempts (
  id uuid primary key default uuidv7(),
  delivery_id uuid not null references webhook_deliveries (id) on delete cascade,
  at timestamptz not null,
  milliseconds integer not null,
  -- Null: no answer came.
  status integer,
  -- The beginning of the answer, or what went wrong.
  answer text not null
);
create index webhook_attempts_delivery on webhook_attempts (delivery_id, id);
