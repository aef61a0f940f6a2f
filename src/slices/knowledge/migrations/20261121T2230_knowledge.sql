-- The tree of categories. `path` holds the ids from the root down to the category itself, so that a subtree is one index look-up.
create table categories (
  id uuid primary key default uuidv7(),
  -- Keys from the root, joined with "/": electricity/solar. What imports and addresses of the API name.
  key text not null unique check (key ~ '^[a-z0-9-]+(/[a-z0-9-]+){0,4}$'),
  parent_id uuid references categories,
  path uuid[] not null,
  position integer not null default 0,
  icon text not null default 'folder',
  -- Who sees the category in the tree; articles have their own audience, which begins as this one.
  audience_id uuid references audiences,
  -- Portals that show it; empty: all.
  portals text[] not null default '{}',
  created_at timestamptz not null default now(),
  check (path[cardinality(path)] = id)
);
create index categories_path on categories using gin (path);
create index categories_parent on categories (parent_id, position);

create table category_translations (
  category_id uuid not null references categories on delete cascade,
  lang text not null check (lang in ('de', 'en', 'el')),
  title text not null check (title <> ''),
  description text not null default '',
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  primary key (category_id, lang),
  unique (slug, lang)
);

create table products (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9-]+$'),
  icon text not null default 'package',
  -- Title by language: {"de": "Strom", …}.
  titles jsonb not null,
  portals text[] not null default '{}',
  position integer not null default 0
);

create table articles (
  id uuid primary key default uuidv7(),
  -- Name of the article where it came from; imports find it again by this.
  external_key text unique,
  kind text not null check (kind in ('faq', 'how-to', 'known-error', 'policy', 'manual', 'news')),
  category_id uuid references categories,
  -- The language it was first written in: what readers of other languages get while there is no translation.
  original_lang text not null check (original_lang in ('de', 'en', 'el')),
  owner_id uuid references persons on delete set null,
  -- Who may read it, on every path; null: everybody.
  audience_id uuid references audiences,
  -- Portals that show it; empty: all.
  portals text[] not null default '{}',
  -- When any translation was last put before readers; null: readers get nothing of it.
  published_at timestamptz,
  expires_at timestamptz,
  expiry_reminded_at timestamptz,
  checked_at timestamptz,
  checked_by uuid references persons on delete set null,
  -- Months after which somebody should check it again; null: never.
  check_every integer check (check_every between 1 and 60),
  check_due_at timestamptz,
  check_reminded_at timestamptz,
  created_by uuid references persons on delete set null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
-- Newest first, of a category, and the calendar of what is due.
create index articles_newest on articles (published_at desc, id desc) where published_at is not null;
create index articles_category on articles (category_id, published_at desc);
create index articles_changed on articles (changed_at desc, id desc);
create index articles_owner on articles (owner_id);
create index articles_expiry on articles (expires_at) where expires_at is not null;
create index articles_check_due on articles (check_due_at) where check_due_at is not null;

create table article_products (
  article_id uuid not null references articles on delete cascade,
  product_id uuid not null references products on delete cascade,
  primary key (article_id, product_id)
);
create index article_products_product on article_products (product_id);

-- A translation as it is worked on. What readers get stands in article_publications.
create table article_translations (
  article_id uuid not null references articles on delete cascade,
  lang text not null check (lang in ('de', 'en', 'el')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  state text not null default 'draft' check (state in ('draft', 'in_review', 'scheduled', 'published', 'archived')),
  -- The newest version, and the one that readers get.
  head integer not null,
  published_version integer,
  publish_at timestamptz,
  submitted_by uuid references persons on delete set null,
  submitted_at timestamptz,
  -- What the reviewer wrote when sending it back.
  review_note text,
  primary key (article_id, lang),
  unique (slug, lang),
  check (state <> 'scheduled' or publish_at is not null)
);
create index article_translations_state on article_translations (state, submitted_at) where state in ('in_review', 'scheduled');

-- Addresses that articles had before; they lead on for ever, unless a newer article takes the address.
create table slug_history (
  slug text not null,
  lang text not null,
  article_id uuid not null references articles on delete cascade,
  until timestamptz not null default now(),
  primary key (slug, lang)
);
create index slug_history_article on slug_history (article_id);

-- Every version that somebody saved; never changed afterwards.
create table article_versions (
  article_id uuid not null,
  lang text not null,
  number integer not null,
  title text not null check (title <> ''),
  summary text not null default '',
  body text not null default '',
  symptom text not null default '',
  cause text not null default '',
  workaround text not null default '',
  fixed_in text not null default '',
  keywords text[] not null default '{}',
  tags text[] not null default '{}',
  author_id uuid references persons on delete set null,
  -- Why it was changed, in the author's words.
  note text,
  created_at timestamptz not null default now(),
  primary key (article_id, lang, number),
  foreign key (article_id, lang) references article_translations on delete cascade
);
create index article_versions_author on article_versions (author_id);

-- What readers get: made once at publishing, so that reading is one look-up. A row is there when, and only when, it is published.
create table article_publications (
  article_id uuid not null,
  lang text not null,
  version integer not null,
  title text not null,
  summary text not null,
  -- Safe HTML with `article:` and `page:` addresses, which the page resolves for its reader.
  html text not null,
  symptom_html text not null default '',
  cause_html text not null default '',
  workaround_html text not null default '',
  fixed_in text not null default '',
  -- Headings with anchors: [{"id", "title", "level"}].
  contents jsonb not null default '[]',
  -- Plain text, paragraphs separated by line ends; for the search index and for quotations.
  plain text not null,
  keywords text[] not null default '{}',
  tags text[] not null default '{}',
  linked_ids uuid[] not null default '{}',
  first_published_at timestamptz not null,
  published_at timestamptz not null,
  published_by uuid references persons on delete set null,
  primary key (article_id, lang),
  foreign key (article_id, lang, version) references article_versions on delete cascade
);
create index article_publications_tags on article_publications using gin (tags);

-- Files that go with an article, besides its pictures. The file itself belongs to the file store.
create table article_attachments (
  article_id uuid not null references articles on delete cascade,
  file_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  -- Language of its content; null: any.
  lang text check (lang in ('de', 'en', 'el')),
  position integer not null default 0,
  primary key (article_id, file_id)
);

-- What an editor typed and has not saved yet: one a person and translation, kept on the server while typing.
create table article_drafts (
  article_id uuid not null,
  lang text not null,
  person_id uuid not null references persons on delete cascade,
  -- The version that the typing began from.
  base integer not null,
  content jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (article_id, lang, person_id),
  foreign key (article_id, lang) references article_translations on delete cascade
);
create index article_drafts_person on article_drafts (person_id);

-- Who has an article open for editing. Losing it in a crash does no harm.
create unlogged table article_presence (
  article_id uuid not null,
  lang text not null,
  person_id uuid not null,
  seen_at timestamptz not null,
  primary key (article_id, lang, person_id)
);

-- Where the newest version of a translation leads, for the check of broken links.
create table article_links (
  article_id uuid not null,
  lang text not null,
  -- As written: an address, article:ID, document:ID, /path.
  target text not null,
  article_target uuid,
  words text not null default '',
  primary key (article_id, lang, target),
  foreign key (article_id, lang) references article_translations on delete cascade
);
create index article_links_article on article_links (article_target) where article_target is not null;
create index article_links_target on article_links (target);

-- Addresses elsewhere and how they answered when last asked.
create table link_checks (
  url text primary key,
  checked_at timestamptz not null,
  is_broken boolean not null,
  -- HTTP status, or null when nothing answered.
  status integer,
  problem text,
  failures integer not null default 0
);
create index link_checks_broken on link_checks (checked_at) where is_broken;

-- "Was this helpful?". Without a person: whoever answers is not noted.
create table article_feedback (
  id uuid primary key default uuidv7(),
  article_id uuid not null references articles on delete cascade,
  lang text not null,
  version integer not null,
  is_helpful boolean not null,
  reason text check (reason in ('missing', 'wrong', 'unclear', 'other_question')),
  comment text,
  portal text not null,
  at timestamptz not null default now(),
  handled_at timestamptz,
  handled_by uuid references persons on delete set null
);
create index article_feedback_article on article_feedback (article_id, at desc);
create index article_feedback_open on article_feedback (id desc) where not is_helpful and handled_at is null;
