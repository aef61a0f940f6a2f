-- Guided help: decision trees, their versions, and the journeys of those who walk through them.
create table flows (
  id uuid primary key default uuidv7(),
  -- In addresses, and the name by which an import finds it again.
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  icon text not null default 'route',
  -- What it is about, by language: the heading under which it is listed.
  topic jsonb not null default '{}',
  position integer not null default 0,
  audience_id uuid references audiences (id) on delete restrict,
  -- Keys of the portals in which it is shown; empty: all.
  portals text[] not null default '{}',
  -- What is worked on.
  draft jsonb not null,
  -- Grows with every change of the draft: who changes an older one is told.
  draft_revision integer not null default 1,
  -- What people get; null: not published, or withdrawn.
  version integer,
  changed_at timestamptz not null default now(),
  changed_by uuid references persons (id) on delete set null,
  created_at timestamptz not null default now()
);
create index flows_shown on flows (position, key) where version is not null;
create index flows_audience on flows (audience_id) where audience_id is not null;

-- What was published, never changed afterwards.
create table flow_versions (
  flow_id uuid not null references flows (id) on delete cascade,
  version integer not null,
  definition jsonb not null,
  note text not null default '',
  published_at timestamptz not null default now(),
  published_by uuid references persons (id) on delete set null,
  primary key (flow_id, version)
);
alter table flows add foreign key (id, version) references flow_versions (flow_id, version) deferrable initially deferred;

-- Somebody on their way through a version of a flow.
create table flow_journeys (
  id uuid primary key default uuidv7(),
  flow_id uuid not null,
  version integer not null,
  -- Null: opened by whoever has its link.
  person_id uuid references persons (id) on delete cascade,
  portal text not null,
  -- The step that waits for an answer, or the end.
  at_step text not null,
  -- What was answered so far, in order: [{ step, value, label, via }].
  trail jsonb not null default '[]',
  ended boolean not null default false,
  -- Whether the end helped, once somebody has said so.
  helped boolean,
  changed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  foreign key (flow_id, version) references flow_versions (flow_id, version) on delete cascade
);
-- "Continue where you left".
create index flow_journeys_person on flow_journeys (person_id, changed_at desc, id desc) where person_id is not null;
create index flow_journeys_old on flow_journeys (changed_at);
create index flow_journeys_version on flow_journeys (flow_id, version);

-- How often people went from step to step: figures without persons. An empty from_step is the beginning, a to_step of ':helped' or
-- ':not-helped' what was said at an end.
create table flow_moves (
  flow_id uuid not null,
  version integer not null,
  from_step text not null,
  to_step text not null,
  moves integer not null default 0,
  primary key (flow_id, version, from_step, to_step),
  foreign key (flow_id, version) references flow_versions (flow_id, version) on delete cascade
);
