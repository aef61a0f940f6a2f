-- Who writes articles writes guided help, too.
insert into role_permissions (role_id, permission)
select role_id, 'flows.write' from role_permissions where permission = 'knowledge.write'
on conflict do nothing;
