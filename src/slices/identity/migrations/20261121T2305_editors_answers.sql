-- Whoever writes articles sees what was asked in vain, and keeps the synonyms that lead to them.
insert into role_permissions (role_id, permission)
select id, 'answers.manage' from roles where key = 'editor'
on conflict do nothing;
