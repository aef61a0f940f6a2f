-- Setting up happens once in the life of an installation: one row, forever. Whoever has an administrator needs no setting up.
create table set_up (
  only_one boolean primary key default true check (only_one),
  -- The one-time code is made of this and the installation's secret, so that every start can print the same one; kept is its hash.
  code_seed text,
  code_hash text,
  done_at timestamptz,
  check ((code_seed is null) = (code_hash is null)),
  check (done_at is null or code_hash is null)
);
insert into set_up (done_at)
select case when exists (
  select from person_roles m join roles r on r.id = m.role_id where r.key = 'administrator') then now() end;

-- What somebody who knew the code has answered so far. Nothing of it holds before the last step.
create table set_up_drafts (
  -- SHA-256 of the secret in their browser.
  secret_hash text primary key,
  answers jsonb not null default '{}',
  created_at timestamptz not null default now()
);
