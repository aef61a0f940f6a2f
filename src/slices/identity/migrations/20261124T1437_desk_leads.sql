-- Who leads a team at the desk: answers requests there, and keeps up what the team shares.
insert into roles (key, names, words, built_in) values
  ('desk-lead', '{"de": "Teamleitung am Servicetisch", "en": "Team lead at the desk", "el": "Επικεφαλής ομάδας στην εξυπηρέτηση"}',
   '{"de": "Beantwortet Anfragen und pflegt Vorlagen, Makros und Arbeitsteilung des eigenen Teams.", "en": "Answers requests and keeps up templates, macros and the sharing of work of their team.", "el": "Απαντά σε αιτήματα και συντηρεί πρότυπα, μακροεντολές και κατανομή εργασίας της ομάδας."}', true);

insert into role_permissions (role_id, permission)
select id, permission from roles join (values
  ('desk-lead', 'requests.work'), ('desk-lead', 'requests.lead')) as given (role, permission) on role = key;
