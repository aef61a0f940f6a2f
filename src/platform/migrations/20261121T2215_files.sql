-- Files that people uploaded; contents are in the file store under their hash, once for equal contents.
create table files (
  id uuid primary key default uuidv7(),
  name text not null check (name <> ''),
  type text not null,
  size bigint not null check (size >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width integer,
  height integer,
  -- Who uploaded it; only they may give it to a thing. No foreign key: the record outlives the person as their thing does.
  person_id uuid,
  -- What it belongs to, `kind:UUID`; null until claimed.
  owner text,
  created_at timestamptz not null default now()
);
create index files_owner on files (owner, id) where owner is not null;
create index files_unclaimed on files (created_at) where owner is null;
create index files_sha256 on files (sha256);

-- Contents that may be without a record: noted before a content is stored and when a record goes, looked at by the tidying job.
-- So neither a crash nor a rolled-back transaction leaves contents behind that nobody knows of.
-- Without a unique key on purpose: noting must never wait for a transaction that is under way.
create table file_leftovers (
  id bigint generated always as identity primary key,
  sha256 text not null,
  noted_at timestamptz not null default now()
);
create index file_leftovers_noted on file_leftovers (noted_at);
create index file_leftovers_sha256 on file_leftovers (sha256);
