-- Forms: what is asked, in versions. Every save is a version; what was answered keeps the version it was asked with.
create table forms (
  id uuid primary key default uuidv7(),
  -- Short name in addresses and files: `new-laptop`.
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- The newest version, and the one that people fill in; null: not published yet.
  version integer not null default 1,
  published_version integer,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index forms_by_change on forms (changed_at desc, id);

create table form_versions (
  form_id uuid not null references forms (id) on delete cascade,
  version integer not null,
  definition jsonb not null,
  author_id uuid references persons (id) on delete set null,
  saved_at timestamptz not null default now(),
  -- When it was first published; versions without are steps on the way.
  published_at timestamptz,
  primary key (form_id, version)
);
alter table forms add foreign key (id, published_version) references form_versions (form_id, version) deferrable initially deferred;

-- Answers under way, kept on the server until they are sent or too old.
create table answer_drafts (
  id uuid primary key default uuidv7(),
  form_id uuid not null,
  form_version integer not null,
  -- Null: somebody who is not signed in; the link is the only way to it.
  owner_id uuid references persons (id) on delete cascade,
  -- What it is filled in for: { kind, title, path }; `path` is where finished answers are taken.
  purpose jsonb not null,
  answers jsonb not null default '{}',
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  foreign key (form_id, form_version) references form_versions (form_id, version) on delete cascade
);
-- One's own, newest first.
create index answer_drafts_owner on answer_drafts (owner_id, changed_at desc, id) where owner_id is not null;
-- What has been left lying.
create index answer_drafts_age on answer_drafts (changed_at);
create index answer_drafts_form on answer_drafts (form_id, form_version);
