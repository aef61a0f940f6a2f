-- Manuals and other documents that were uploaded. Columns about who may read it are named as those of articles, so that one predicate serves both.
create table documents (
  id uuid primary key default uuidv7(),
  external_key text unique,
  lang text not null check (lang in ('de', 'en', 'el')),
  title text not null check (title <> ''),
  description text not null default '',
  category_id uuid references categories on delete set null,
  owner_id uuid references persons on delete set null,
  audience_id uuid references audiences,
  portals text[] not null default '{}',
  file_id uuid not null,
  file_name text not null,
  file_type text not null,
  file_size bigint not null,
  -- Getting the text is a job: waiting until it is done; failed with the reason. Readers get it in any state, search only when ready.
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed')),
  problem text check (problem in ('encrypted', 'damaged', 'too_large', 'no_text', 'unsupported', 'too_slow')),
  page_count integer not null default 0,
  -- Whether pages are those of the print; otherwise sections.
  is_paged boolean not null default false,
  published_at timestamptz,
  expires_at timestamptz,
  created_by uuid references persons on delete set null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  check ((state = 'failed') = (problem is not null))
);
create index documents_newest on documents (published_at desc, id desc) where published_at is not null;
create index documents_changed on documents (changed_at desc, id desc);
create index documents_category on documents (category_id);

create table document_pages (
  document_id uuid not null references documents on delete cascade,
  number integer not null check (number > 0),
  heading text,
  text text not null,
  primary key (document_id, number)
);
