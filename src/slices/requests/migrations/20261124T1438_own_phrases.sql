-- Templates and macros that somebody keeps for themselves; null: shared with a team or with everybody.
alter table desk_templates
  add owner_id uuid references persons (id) on delete cascade,
  add check (owner_id is null or team_id is null);
alter table desk_macros
  add owner_id uuid references persons (id) on delete cascade,
  add check (owner_id is null or team_id is null);
create index desk_templates_owner on desk_templates (owner_id) where owner_id is not null;
create index desk_macros_owner on desk_macros (owner_id) where owner_id is not null;

-- At most so many open requests at a time are shared out to somebody; null: no limit.
alter table desk_agents add capacity integer check (capacity between 0 and 500);
