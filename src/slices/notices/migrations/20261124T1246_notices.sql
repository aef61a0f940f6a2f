-- What people are told of. One row a person, event and kind, so that nobody is told twice.
create table notifications (
  id uuid primary key default uuidv7(),
  person_id uuid not null references persons (id) on delete cascade,
  event_id bigint not null,
  kind text not null,
  portal text not null,
  -- Said in the reader's language when it is read: { key, values }.
  title jsonb not null,
  body jsonb,
  path text not null,
  -- Shown in the portal; otherwise it only went out by mail.
  in_portal boolean not null,
  -- Waits for the daily mail.
  in_digest boolean not null default false,
  read_at timestamptz,
  created_at timestamptz not null default now(),
  unique (person_id, event_id, kind)
);
-- The bell, and what is read with the page that it leads to.
create index notifications_unread on notifications (person_id, path) where in_portal and read_at is null;
-- The list, newest first.
create index notifications_list on notifications (person_id, id desc) where in_portal;
create index notifications_digest on notifications (person_id) where in_digest;
create index notifications_age on notifications (created_at);

-- How somebody wants to be told; kinds without a row are told as usual.
create table notification_preferences (
  person_id uuid not null references persons (id) on delete cascade,
  kind text not null,
  way text not null check (way in ('both', 'portal', 'mail', 'digest', 'none')),
  primary key (person_id, kind)
);
