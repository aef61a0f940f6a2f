-- Who there is. People are never deleted while others refer to them: erasing one blanks what is personal (state 'erased').
create table persons (
  id uuid primary key default uuidv7(),
  -- Key of an imported or demonstration person, for re-runnable loading.
  external_key text unique,
  name text not null,
  -- How to greet, by language: {"de": "Frau Yıldız", …}; the name stands in where it is empty.
  salutations jsonb not null default '{}',
  -- Lower-cased by the slice; null once erased.
  email text unique check (email = lower(email)),
  email_verified boolean not null default false,
  picture text,
  language text not null default 'de' check (language in ('de', 'en', 'el')),
  state text not null default 'active' check (state in ('active', 'deactivated', 'erased')),
  sign_in boolean not null default true,
  second_factor boolean not null default false,
  -- Facts that audiences ask for, beside role, organisation and team. Sets: order means nothing.
  products text[] not null default '{}',
  places text[] not null default '{}',
  stages text[] not null default '{}',
  tags text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (state = 'erased' or email is not null)
);
create index persons_by_name on persons (lower(name), id) where state <> 'erased';
create index persons_products on persons using gin (products);
create index persons_places on persons using gin (places);
create index persons_stages on persons using gin (stages);
create index persons_tags on persons using gin (tags);
-- Searching people by any part of name or address in the administration.
create extension if not exists pg_trgm;
create index persons_search on persons using gin ((lower(name || ' ' || coalesce(email, ''))) gin_trgm_ops);

create table organisations (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name text not null,
  created_at timestamptz not null default now()
);

create table memberships (
  organisation_id uuid not null references organisations on delete cascade,
  person_id uuid not null references persons on delete cascade,
  since timestamptz not null default now(),
  primary key (person_id, organisation_id)
);
create index memberships_organisation on memberships (organisation_id);

create table roles (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  names jsonb not null,
  words jsonb not null default '{}',
  -- Roles that Theke needs cannot be removed; what they permit may be changed, except for the administrator.
  built_in boolean not null default false,
  created_at timestamptz not null default now()
);

create table role_permissions (
  role_id uuid not null references roles on delete cascade,
  permission text not null check (permission = '*' or permission ~ '^[a-z]+[.][a-z-]+$'),
  primary key (role_id, permission)
);

create table person_roles (
  person_id uuid not null references persons on delete cascade,
  role_id uuid not null references roles on delete restrict,
  granted_at timestamptz not null default now(),
  -- 'sso': given by the claims of single sign-on and taken away by them again.
  granted_through text not null default 'hand' check (granted_through in ('hand', 'sso')),
  primary key (person_id, role_id)
);
create index person_roles_role on person_roles (role_id);

create table teams (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  names jsonb not null,
  created_at timestamptz not null default now()
);

create table team_members (
  team_id uuid not null references teams on delete cascade,
  person_id uuid not null references persons on delete cascade,
  primary key (person_id, team_id)
);
create index team_members_team on team_members (team_id);

create table audiences (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  names jsonb not null,
  words jsonb not null default '{}',
  rule jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now()
);

create table audience_versions (
  audience_id uuid not null references audiences on delete cascade,
  version integer not null,
  names jsonb not null,
  words jsonb not null,
  rule jsonb not null,
  changed_by uuid references persons,
  changed_at timestamptz not null default now(),
  primary key (audience_id, version)
);

create table portals (
  id uuid primary key default uuidv7(),
  -- Part of the portal's addresses, so it must not look like a language or a page.
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  is_default boolean not null default false,
  position integer not null default 0,
  -- Everything that administrators edit and that is versioned: names, languages, hosts, entry, accent, sign-up, home.
  definition jsonb not null,
  entry_audience_id uuid references audiences on delete restrict,
  logo_file_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create unique index portals_one_default on portals (is_default) where is_default;

create table portal_versions (
  portal_id uuid not null references portals on delete cascade,
  version integer not null,
  definition jsonb not null,
  entry_audience_id uuid,
  logo_file_id uuid,
  changed_by uuid references persons,
  changed_at timestamptz not null default now(),
  primary key (portal_id, version)
);

create table invitations (
  id uuid primary key default uuidv7(),
  email text not null check (email = lower(email)),
  name text not null,
  language text not null check (language in ('de', 'en', 'el')),
  portal text not null,
  role_ids uuid[] not null default '{}',
  -- SHA-256 of the secret in the link: whoever reads the table cannot use it.
  secret_hash text not null unique,
  invited_by uuid references persons,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitations_open on invitations (created_at desc, id desc) where accepted_at is null and withdrawn_at is null;

create table api_keys (
  id uuid primary key default uuidv7(),
  person_id uuid not null references persons on delete cascade,
  name text not null,
  -- The first characters, so that people recognise a key.
  hint text not null,
  secret_hash text not null unique,
  scopes text[] not null,
  created_by uuid references persons,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_person on api_keys (person_id);

-- Ways in which a person signs in: 'credential' with the hash of the password, or an account of a single sign-on provider.
create table sign_in_accounts (
  id uuid primary key default uuidv7(),
  person_id uuid not null references persons on delete cascade,
  provider text not null,
  account_key text not null,
  -- Which issuer vouched for it; better-auth binds an account to it.
  issuer text,
  password_hash text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, account_key)
);
create index sign_in_accounts_person on sign_in_accounts (person_id);

create table sessions (
  id uuid primary key default uuidv7(),
  person_id uuid not null references persons on delete cascade,
  -- Worthless without its signature, which only the installation's secret makes.
  token text not null unique,
  address text,
  device text,
  created_at timestamptz not null default now(),
  -- Last use, to ten minutes.
  updated_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_person on sessions (person_id, updated_at desc);
create index sessions_expiry on sessions (expires_at);

-- Codes, links and challenges under way (better-auth: verification).
create table sign_in_checks (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_checks_identifier on sign_in_checks (identifier);
create index sign_in_checks_expiry on sign_in_checks (expires_at);

create table second_factors (
  id uuid primary key default uuidv7(),
  person_id uuid not null unique references persons on delete cascade,
  -- Both encrypted with the installation's secret.
  secret text not null,
  recovery_codes text not null,
  verified boolean not null default false,
  failures integer not null default 0,
  locked_until timestamptz
);

create table passkeys (
  id uuid primary key default uuidv7(),
  person_id uuid not null references persons on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter double precision not null default 0, -- unsigned 32 bits; a bigint would arrive as text,
  device_type text not null,
  backed_up boolean not null default false,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index passkeys_person on passkeys (person_id);

create table sso_providers (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text not null,
  -- Address of the OpenID Connect discovery document.
  discovery_url text not null,
  client_id text not null,
  -- Encrypted with the installation's secret.
  client_secret text not null,
  scopes text[] not null default '{openid,profile,email}',
  -- Claim with groups or roles, and which of its values give which role (by key).
  role_claim text,
  role_map jsonb not null default '{}',
  -- Whether somebody unknown gets an account at the first sign-in.
  sign_up boolean not null default true,
  enabled boolean not null default true,
  created_at timestamptz not null default now()
);

-- Wrong passwords by address typed in, known or not, so that the answer tells nothing. Losing them in a crash does no harm.
create unlogged table sign_in_failures (
  email_hash text primary key,
  window_start timestamptz not null,
  failures integer not null
);

insert into roles (key, names, words, built_in) values
  ('administrator', '{"de": "Administration", "en": "Administrator", "el": "Διαχείριση"}',
   '{"de": "Darf alles einrichten und sehen.", "en": "May set up and see everything.", "el": "Μπορεί να ρυθμίζει και να βλέπει τα πάντα."}', true),
  ('editor', '{"de": "Redaktion", "en": "Editor", "el": "Σύνταξη"}',
   '{"de": "Schreibt und pflegt Artikel.", "en": "Writes and keeps up articles.", "el": "Γράφει και συντηρεί άρθρα."}', true),
  ('reviewer', '{"de": "Freigabe", "en": "Reviewer", "el": "Έγκριση"}',
   '{"de": "Prüft Artikel und gibt sie frei.", "en": "Reviews articles and publishes them.", "el": "Ελέγχει άρθρα και τα δημοσιεύει."}', true),
  ('agent', '{"de": "Service", "en": "Agent", "el": "Εξυπηρέτηση"}',
   '{"de": "Beantwortet Anfragen am Servicetisch.", "en": "Answers requests at the desk.", "el": "Απαντά σε αιτήματα στο γραφείο εξυπηρέτησης."}', true),
  ('employee', '{"de": "Beschäftigte", "en": "Employee", "el": "Εργαζόμενος"}',
   '{"de": "Arbeitet für die Organisation.", "en": "Works for the organisation.", "el": "Εργάζεται για τον οργανισμό."}', true),
  ('customer', '{"de": "Kundschaft", "en": "Customer", "el": "Πελάτης"}',
   '{"de": "Nutzt Leistungen der Organisation.", "en": "Uses services of the organisation.", "el": "Χρησιμοποιεί υπηρεσίες του οργανισμού."}', true);

insert into role_permissions (role_id, permission)
select id, permission from roles join (values
  ('administrator', '*'),
  ('editor', 'knowledge.write'),
  ('reviewer', 'knowledge.write'), ('reviewer', 'knowledge.review'), ('reviewer', 'knowledge.manage'), ('reviewer', 'answers.manage'),
  ('agent', 'requests.work')) as given (role, permission) on role = key;

-- One portal, so that there is something to enter before anything is set up.
insert into portals (key, is_default, definition) values ('main', true, '{
  "names": {"de": "Hilfe", "en": "Help", "el": "Βοήθεια"},
  "langs": ["de", "en", "el"], "hosts": [], "accent": {"l": 0.44, "c": 0.085, "h": 205}, "signUp": true, "home": {}}');
