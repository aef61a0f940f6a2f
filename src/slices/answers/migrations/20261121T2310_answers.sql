-- Questions that the search could not answer. No person, session or address: only what was asked, scrubbed, and how often.
create table missing_questions (
  id uuid primary key default uuidv7(),
  portal text not null,
  lang text not null check (lang in ('de', 'en', 'el')),
  question text not null check (length(question) between 2 and 200),
  times integer not null default 1 check (times > 0),
  first_asked_on date not null,
  last_asked_on date not null,
  state text not null default 'open' check (state in ('open', 'settled')),
  -- What an editor did about it; a question that is asked in vain again after an article or a synonym comes back.
  settled_how text check (settled_how in ('article', 'synonym', 'not_ours')),
  settled_at timestamptz,
  unique (portal, lang, question),
  check ((state = 'settled') = (settled_how is not null and settled_at is not null))
);
-- The editors' list: most asked first.
create index missing_questions_list on missing_questions (state, times desc, id desc);
-- Finding what was asked once, long ago, to forget it.
create index missing_questions_forget on missing_questions (last_asked_on) where times = 1;

-- How often a question was asked in vain on a day.
create table missing_question_days (
  question_id uuid not null references missing_questions (id) on delete cascade,
  day date not null,
  times integer not null default 1 check (times > 0),
  primary key (question_id, day)
);

-- A question in vain, and the wording with which somebody then found an answer: what synonyms are proposed from.
create table rephrasings (
  id uuid primary key default uuidv7(),
  lang text not null check (lang in ('de', 'en', 'el')),
  failed text not null check (length(failed) between 2 and 200),
  succeeded text not null check (length(succeeded) between 2 and 200),
  times integer not null default 1 check (times > 0),
  last_on date not null,
  dismissed boolean not null default false,
  unique (lang, failed, succeeded)
);
create index rephrasings_list on rephrasings (times desc, id desc) where not dismissed;
create index rephrasings_forget on rephrasings (last_on);

-- Words that mean the same, kept by editors. No language: in all of them (names, abbreviations, translations).
create table synonym_sets (
  id uuid primary key default uuidv7(),
  lang text check (lang in ('de', 'en', 'el')),
  words text[] not null check (cardinality(words) between 2 and 20),
  changed_at timestamptz not null default now()
);
create index synonym_sets_list on synonym_sets (changed_at desc, id desc);
