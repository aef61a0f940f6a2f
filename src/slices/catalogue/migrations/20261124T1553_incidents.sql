-- Major incidents of the desk stand on the services that they disturb, as announcements that the desk keeps up.
alter table service_announcements
  add incident_id uuid,
  add incident_reference text,
  -- In which portals it is shown; empty: all.
  add portals text[] not null default '{}';
create unique index service_announcements_incident on service_announcements (incident_id)
  where incident_id is not null and ended_at is null;
