-- The meaning of what can be found, as vectors of a model; derived, only there when embeddings are configured.
create table meanings (
  -- Id of the findable.
  id text primary key check (length(id) between 1 and 300),
  model text not null,
  -- Of the text that was sent: another one means that the vector is stale.
  digest text not null,
  -- 32-bit floats, little-endian.
  vector bytea not null,
  made_at timestamptz not null
);
create index meanings_made on meanings (model, made_at, id);
