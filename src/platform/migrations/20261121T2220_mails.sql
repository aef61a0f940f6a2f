-- Mails that were written, in the transaction of what they tell of. Sent by a job, at least once; the id is part of the Message-ID,
-- so that a mail program recognises one that came twice.
create table mails (
  id uuid primary key default uuidv7(),
  to_email text not null,
  to_name text,
  lang text not null,
  subject text not null,
  body_text text not null,
  body_html text,
  headers jsonb not null default '{}',
  -- What it is about, `kind:UUID`.
  about text,
  -- queued: will be sent · sent: an SMTP server took it · failed: given up · kept: there is no SMTP server, it is only read here
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'kept')),
  tries integer not null default 0,
  error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mails_newest on mails (id desc);
create index mails_state on mails (state, id desc);
create index mails_about on mails (about, id) where about is not null;
create index mails_created on mails (created_at);
