-- Kinds of cases, as administrators set them up. One row a kind; a request keeps what it was opened with.
create table request_types (
  key text primary key check (key ~ '^[a-z][a-z-]{1,40}$'),
  -- By language: what it is called, and when to choose it.
  names jsonb not null,
  words jsonb not null default '{}',
  icon text not null default 'message-square-text',
  -- Smaller comes first on the contact page.
  position integer not null default 100,
  -- Offered to choose from when somebody writes; others are opened by Theke itself (orders, call-backs).
  offered boolean not null default true,
  -- Taken out of use: nothing new is opened with it, what there is stays.
  retired boolean not null default false,
  -- Portals in which it is offered; empty: in all.
  portals text[] not null default '{}',
  -- Who may write it; null: everybody.
  audience_id uuid references audiences (id) on delete restrict,
  -- Whether somebody may write it without signing in.
  anonymous boolean not null default true,
  -- Never shown to others of the requester's organisation, whatever their role.
  confidential boolean not null default false,
  -- Key of the form that asks for more than a message; null: subject and message are enough.
  form_key text,
  -- Who deals with it at first.
  team_id uuid references teams (id) on delete set null,
  -- States in the customers' words: { open: { de, en, el } }; what is not there is called as everywhere.
  state_words jsonb not null default '{}',
  -- Priority by impact and urgency, each 1 (high) to 3 (low): [[1,2,3],[2,3,3],[3,3,4]].
  matrix jsonb not null default '[[1,2,3],[2,3,3],[3,3,4]]',
  priority smallint not null default 3 check (priority between 1 and 4),
  -- Minutes of business hours by priority: { "1": { "answer": 60, "solution": 480 } }; what is not there comes from the counter.
  targets jsonb not null default '{}',
  -- So many days after it was closed its requester may open it again.
  reopen_days smallint not null default 14 check (reopen_days between 0 and 365),
  version integer not null default 1,
  changed_at timestamptz not null default now()
);

insert into request_types (key, names, words, icon, position, offered, anonymous, confidential) values
  ('message', '{"de": "Nachricht", "en": "Message", "el": "Μήνυμα"}',
   '{"de": "Etwas anderes, das Sie uns sagen möchten", "en": "Anything else you would like to tell us", "el": "Οτιδήποτε άλλο θέλετε να μας πείτε"}',
   'message-square-text', 10, true, true, false),
  ('question', '{"de": "Frage", "en": "Question", "el": "Ερώτηση"}',
   '{"de": "Sie möchten etwas wissen", "en": "You would like to know something", "el": "Θέλετε να μάθετε κάτι"}',
   'circle-question-mark', 20, true, true, false),
  ('incident', '{"de": "Störung", "en": "Incident", "el": "Βλάβη"}',
   '{"de": "Etwas funktioniert nicht oder ist kaputt", "en": "Something does not work or is broken", "el": "Κάτι δεν λειτουργεί ή χάλασε"}',
   'triangle-alert', 30, true, true, false),
  ('change', '{"de": "Änderung", "en": "Change", "el": "Αλλαγή"}',
   '{"de": "Etwas soll anders werden", "en": "Something should become different", "el": "Κάτι πρέπει να αλλάξει"}',
   'pencil', 40, true, true, false),
  ('complaint', '{"de": "Beschwerde", "en": "Complaint", "el": "Παράπονο"}',
   '{"de": "Sie sind mit etwas nicht zufrieden", "en": "You are not happy with something", "el": "Δεν είστε ευχαριστημένοι με κάτι"}',
   'frown', 50, true, true, true),
  ('order', '{"de": "Bestellung", "en": "Order", "el": "Παραγγελία"}', '{}', 'package', 60, false, false, false),
  ('callback', '{"de": "Rückruf", "en": "Call-back", "el": "Επανάκληση"}', '{}', 'phone', 70, false, true, false);
insert into request_types (key, names)
  select distinct type, jsonb_build_object('en', type) from requests
  on conflict do nothing;

-- A case waits for approval before anybody deals with it.
alter table requests drop constraint requests_state_check;
alter table requests
  add constraint requests_state_check check (state in ('new', 'approval', 'open', 'waiting', 'solved', 'closed')),
  add foreign key (type) references request_types (key),
  -- 1 is the highest.
  add priority smallint not null default 3 check (priority between 1 and 4),
  add impact smallint check (impact between 1 and 3),
  add urgency smallint check (urgency between 1 and 3),
  add team_id uuid references teams (id) on delete set null,
  -- For whom it is, when not for whoever asked.
  add beneficiary_id uuid references persons (id) on delete set null,
  -- Whose members with the right role see it; null: nobody but the requester and those it is shared with.
  add organisation_id uuid references organisations (id) on delete set null,
  -- What it is about, for figures by service.
  add service_key text,
  -- Which form in which version was filled in, and how.
  add form_id uuid,
  add form_version integer,
  add answers jsonb not null default '{}',
  -- The targets. `promised_at` is what the requester was told: the answer at first, the solution after it.
  add first_response_by timestamptz,
  add resolve_by timestamptz,
  -- Why the promise was moved last, in the words of the desk or as a key of Theke.
  add promise_reason text,
  -- Since when it waits for the requester: the promise stands still.
  add paused_at timestamptz,
  -- Minutes of business hours for which it has stood still so far.
  add paused_minutes integer not null default 0,
  -- When the team was told that the promise is about to slip, and when the requester was.
  add slip_warned_at timestamptz,
  add slip_told_at timestamptz,
  add solved_at timestamptz,
  -- Minutes of business hours from opening to solving without pauses: what predictions are made of.
  add worked_minutes integer check (worked_minutes >= 0),
  -- The agreed moment of a call, and the number in international form.
  add callback_at timestamptz,
  add callback_number text;

update requests set first_response_by = promised_at;

create index requests_beneficiary on requests (beneficiary_id, id desc) where beneficiary_id is not null;
create index requests_organisation on requests (organisation_id, id desc) where organisation_id is not null;
create index requests_team on requests (team_id, (coalesce(promised_at, created_at)), id) where state in ('new', 'open');
create index requests_approval on requests (id desc) where state = 'approval';
-- What is about to slip.
create index requests_promise on requests (promised_at) where state in ('new', 'open') and promised_at is not null;
-- History that predictions are made of, the newest first.
create index requests_history on requests (type, priority, solved_at desc) where worked_minutes is not null;

alter table request_entries drop constraint request_entries_kind_check;
alter table request_entries drop constraint request_entries_to_state_check;
alter table request_entries
  add constraint request_entries_kind_check check (kind in ('message', 'note', 'state', 'assignment', 'approval', 'task', 'promise', 'share', 'link')),
  add constraint request_entries_to_state_check check (to_state in ('new', 'approval', 'open', 'waiting', 'solved', 'closed')),
  -- For the desk only.
  add internal boolean not null default false,
  -- What the kind needs to be told: { from, to, reason } of a promise, { step, decision } of an approval …
  add detail jsonb not null default '{}';
update request_entries set internal = true where kind in ('note', 'assignment');
alter table request_entries add constraint request_entries_internal_check check (internal or kind not in ('note', 'assignment'));

-- Who else may read a request: named people, or everybody with a role.
create table request_shares (
  id uuid primary key default uuidv7(),
  request_id uuid not null references requests (id) on delete cascade,
  person_id uuid references persons (id) on delete cascade,
  role_id uuid references roles (id) on delete cascade,
  -- Gets a copy of every answer by mail.
  copied boolean not null default false,
  shared_by uuid references persons (id) on delete set null,
  at timestamptz not null default now(),
  check (num_nonnulls(person_id, role_id) = 1),
  unique nulls not distinct (request_id, person_id, role_id)
);
create index request_shares_person on request_shares (person_id, request_id desc) where person_id is not null;
create index request_shares_role on request_shares (role_id, request_id desc) where role_id is not null;

-- How satisfied somebody was with how it was dealt with.
create table request_ratings (
  request_id uuid primary key references requests (id) on delete cascade,
  score smallint not null check (score between 1 and 5),
  comment text,
  type text not null,
  service_key text,
  channel text not null,
  at timestamptz not null default now()
);
create index request_ratings_type on request_ratings (type, at desc);
create index request_ratings_service on request_ratings (service_key, at desc) where service_key is not null;

-- Somebody began to write and found the answer instead.
create table solved_before_writing (
  id uuid primary key default uuidv7(),
  -- From the form: sending it twice counts once.
  form_key text unique,
  person_id uuid references persons (id) on delete set null,
  portal text not null,
  lang text not null,
  type text not null,
  subject text not null,
  -- What had been read: [{ title, path }].
  read jsonb not null default '[]',
  at timestamptz not null default now()
);
create index solved_before_writing_at on solved_before_writing (at desc);

-- Filters of one's own lists, kept under a name.
create table request_views (
  id uuid primary key default uuidv7(),
  person_id uuid not null references persons (id) on delete cascade,
  name text not null check (name <> ''),
  filter jsonb not null,
  created_at timestamptz not null default now(),
  unique (person_id, name)
);

-- How long it usually takes, by kind and priority, worked out from one's own history by a job.
create table request_paces (
  type text not null references request_types (key) on delete cascade,
  priority smallint not null check (priority between 1 and 4),
  cases integer not null,
  -- Quantiles in minutes of business hours.
  half integer not null,
  most integer not null,
  worked_out_at timestamptz not null default now(),
  primary key (type, priority)
);
