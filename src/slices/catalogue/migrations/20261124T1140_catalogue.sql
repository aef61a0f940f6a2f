-- What can be ordered. A service is what is common to all its versions; readers see the published one.
create table service_categories (
  id uuid primary key default uuidv7(),
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  icon text not null default 'package',
  position integer not null default 0,
  titles jsonb not null,
  descriptions jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table services (
  id uuid primary key default uuidv7(),
  -- Part of its address, the same in every language: /services/wallbox
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
  newest_version integer not null default 1,
  published_version integer,
  -- What follows mirrors the published version (before the first publication: the newest), for lists and for deciding who sees it.
  definition jsonb not null,
  category_id uuid references service_categories on delete set null,
  portals text[] not null default '{}',
  -- Who may order it; null: everybody who may enter the portal.
  audience_id uuid references audiences on delete restrict,
  -- Whether those who may not order it see it all the same, with the reason why.
  refusal_shown boolean not null default false,
  owner_id uuid references persons on delete set null,
  price_kind text not null check (price_kind in ('free', 'once', 'recurring', 'both')),
  position integer not null default 0,
  changed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  check (state = 'draft' or published_version is not null)
);
create index services_shown on services (position, key) where state = 'published';
create index services_category on services (category_id);
create index services_owner on services (owner_id) where owner_id is not null;

create table service_versions (
  service_id uuid not null references services on delete cascade,
  version integer not null,
  definition jsonb not null,
  note text,
  changed_by uuid references persons on delete set null,
  changed_at timestamptz not null default now(),
  primary key (service_id, version)
);

-- What is wrong, or will be, with which services, and for whom.
create table service_announcements (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('disturbed', 'down', 'maintenance')),
  titles jsonb not null,
  texts jsonb not null default '{}',
  -- Whom it affects; null: everybody who sees one of its services.
  audience_id uuid references audiences on delete restrict,
  starts_at timestamptz not null,
  -- Until when it will last, as far as is known.
  expected_end timestamptz,
  ended_at timestamptz,
  created_by uuid references persons on delete set null,
  created_at timestamptz not null default now(),
  check (ended_at is null or ended_at >= starts_at)
);
create index service_announcements_current on service_announcements (starts_at) where ended_at is null;
create index service_announcements_past on service_announcements (ended_at desc, id desc) where ended_at is not null;

create table service_announcement_services (
  announcement_id uuid not null references service_announcements on delete cascade,
  service_id uuid not null references services on delete cascade,
  primary key (announcement_id, service_id)
);
create index service_announcement_services_service on service_announcement_services (service_id);

-- How it went on, append-only.
create table service_announcement_updates (
  id uuid primary key default uuidv7(),
  announcement_id uuid not null references service_announcements on delete cascade,
  texts jsonb not null,
  by_id uuid references persons on delete set null,
  at timestamptz not null default now()
);
create index service_announcement_updates_of on service_announcement_updates (announcement_id, id);

create table service_favourites (
  person_id uuid not null references persons on delete cascade,
  service_id uuid not null references services on delete cascade,
  at timestamptz not null default now(),
  primary key (person_id, service_id)
);
create index service_favourites_service on service_favourites (service_id);

-- One cart a person and portal.
create table carts (
  id uuid primary key default uuidv7(),
  person_id uuid not null references persons on delete cascade,
  portal text not null,
  -- For whom; null: for oneself.
  beneficiary_id uuid references persons on delete set null,
  -- Sending the same cart twice is one order: grows with every order.
  round integer not null default 1,
  changed_at timestamptz not null default now(),
  unique (person_id, portal)
);

create table cart_items (
  id uuid primary key default uuidv7(),
  cart_id uuid not null references carts on delete cascade,
  service_id uuid not null references services on delete cascade,
  quantity integer not null default 1 check (quantity between 1 and 999),
  form_id uuid,
  form_version integer,
  answers jsonb not null default '{}',
  -- What it cost when it was put in, so that a change is told before ordering.
  price jsonb not null,
  -- Changes this one of my services.
  held_id uuid,
  added_at timestamptz not null default now()
);
create index cart_items_cart on cart_items (cart_id, id);

create table orders (
  id uuid primary key default uuidv7(),
  -- What people see of it, with a check letter: O-24817-K.
  number bigint generated by default as identity (start with 24001) unique,
  requester_id uuid references persons on delete set null,
  -- For whom; null: for the requester.
  beneficiary_id uuid references persons on delete set null,
  portal text not null,
  lang text not null,
  -- The case at the desk that deals with it.
  request_id uuid,
  note text,
  -- The same cart sent twice is one order.
  once_key text not null unique,
  currency text not null,
  once_cents bigint not null,
  monthly_cents bigint not null,
  ordered_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index orders_requester on orders (requester_id, id desc) where requester_id is not null;
create index orders_beneficiary on orders (beneficiary_id, id desc) where beneficiary_id is not null;
create index orders_request on orders (request_id) where request_id is not null;

create table order_items (
  id uuid primary key default uuidv7(),
  order_id uuid not null references orders on delete cascade,
  position integer not null,
  service_id uuid not null references services on delete restrict,
  -- Frozen at order: what was promised then counts.
  service_version integer not null,
  names jsonb not null,
  quantity integer not null check (quantity between 1 and 999),
  price jsonb not null,
  form_id uuid,
  form_version integer,
  answers jsonb not null default '{}',
  approval jsonb,
  fulfilment jsonb,
  purpose text not null default 'order' check (purpose in ('order', 'change')),
  held_id uuid,
  state text not null default 'ordered' check (state in ('ordered', 'approval', 'fulfilment', 'delivered', 'declined', 'cancelled')),
  promised_on date,
  changed_at timestamptz not null default now(),
  unique (order_id, position)
);
create index order_items_service on order_items (service_id, id desc);

-- What happened to an item, append-only.
create table order_item_states (
  id uuid primary key default uuidv7(),
  item_id uuid not null references order_items on delete cascade,
  state text not null,
  note text,
  by_id uuid references persons on delete set null,
  at timestamptz not null default now()
);
create index order_item_states_item on order_item_states (item_id, id);

-- Services that somebody has, because they were ordered and delivered.
create table held_services (
  id uuid primary key default uuidv7(),
  person_id uuid not null references persons on delete cascade,
  service_id uuid not null references services on delete restrict,
  -- The item that brought it, at most once, however often the news of it arrives.
  item_id uuid references order_items on delete set null unique,
  names jsonb not null,
  quantity integer not null,
  price jsonb not null,
  form_id uuid,
  form_version integer,
  answers jsonb not null default '{}',
  state text not null default 'active' check (state in ('active', 'ending', 'ended')),
  since date not null,
  -- The last day on which it holds, once it was cancelled.
  ends_on date,
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  check ((state = 'active') = (ends_on is null))
);
create index held_services_person on held_services (person_id, id desc);
create index held_services_ending on held_services (ends_on) where state = 'ending';
alter table cart_items add foreign key (held_id) references held_services on delete cascade;
alter table order_items add foreign key (held_id) references held_services on delete set null;
