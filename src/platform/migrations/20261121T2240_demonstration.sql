-- Which slices have loaded their demonstration content: each does it once, whatever is deleted from it afterwards.
create table demonstration_loads (
  slice text primary key,
  loaded_at timestamptz not null default now()
);
