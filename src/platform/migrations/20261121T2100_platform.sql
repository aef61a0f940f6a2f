-- What has happened, append-only. `xid` lets readers see only what every earlier transaction can no longer precede.
create table events (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  subject_kind text not null,
  subject_id text not null,
  payload jsonb not null default '{}',
  actor_id uuid,
  channel text not null,
  portal text not null,
  request_id text not null,
  at timestamptz not null default now()
);
create index events_subject on events (subject_kind, subject_id, id);
create index events_type on events (type, id);

-- Groups of settings that administrators edit; the value is checked against the group's schema on both ways.
create table settings (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by uuid
);

-- Answers to commands that came with an idempotency key; kept for a day.
create table idempotency_keys (
  key text primary key,
  operation text not null,
  input_hash text not null,
  answer jsonb,
  created_at timestamptz not null default now()
);
create index idempotency_keys_created on idempotency_keys (created_at);

-- Calls counted against a limit, in fixed windows. Losing them in a crash does no harm, so they are not logged.
create unlogged table call_counts (
  key text primary key,
  window_start timestamptz not null,
  count integer not null
);

-- A form that could not be accepted because nobody was signed in any more; given back after signing in again.
create table form_drafts (
  id uuid primary key default uuidv7(),
  secret_hash text not null unique,
  path text not null,
  fields jsonb not null,
  created_at timestamptz not null default now()
);
create index form_drafts_created on form_drafts (created_at);
create index events_order on events (xid, id);
