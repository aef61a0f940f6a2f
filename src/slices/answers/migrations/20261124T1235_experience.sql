-- What became of readers: after which words something was of use or not. No person, session or address, and no question: only stems
-- of scrubbed words. Counts halve with time; `at` is the moment for which they stand.
create table word_experience (
  lang text not null check (lang in ('de', 'en', 'el')),
  word text not null check (length(word) between 2 and 40),
  -- Group of the search index, e.g. `article:…`.
  thing text not null check (length(thing) between 1 and 200),
  helped real not null default 0 check (helped >= 0),
  failed real not null default 0 check (failed >= 0),
  at timestamptz not null,
  primary key (lang, word, thing)
);
-- What is delivered to the index, and what is forgotten.
create index word_experience_told on word_experience ((helped + failed) desc);
create index word_experience_at on word_experience (at);

-- How many readers of something were helped, and how many still needed somebody.
create table reader_experience (
  thing text primary key check (length(thing) between 1 and 200),
  helped real not null default 0 check (helped >= 0),
  needed real not null default 0 check (needed >= 0),
  at timestamptz not null
);
create index reader_experience_told on reader_experience ((helped + needed) desc);
create index reader_experience_at on reader_experience (at);
