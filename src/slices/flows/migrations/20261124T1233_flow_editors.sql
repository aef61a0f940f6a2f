-- Who changed and published is a note, not a bond: erasing a person takes it away, and nothing waits for their row.
alter table flows drop constraint flows_changed_by_fkey;
alter table flow_versions drop constraint flow_versions_published_by_fkey;
