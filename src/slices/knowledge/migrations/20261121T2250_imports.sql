-- Imports that editors began in the browser: what was uploaded, how far it has come, what it did.
create table imports (
  id uuid primary key default uuidv7(),
  file_id uuid not null,
  file_name text not null,
  -- What holds for entries that do not say it themselves.
  lang text check (lang in ('de', 'en', 'el')),
  kind text not null,
  prefix text not null default '',
  is_dry_run boolean not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  -- Counts, reasons and changes so far.
  report jsonb,
  problem text check (problem in ('nothing_readable', 'damaged', 'too_large')),
  created_by uuid references persons on delete set null,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index imports_newest on imports (id desc);
