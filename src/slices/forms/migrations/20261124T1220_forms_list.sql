-- The list of forms goes on after the last one shown: both keys in one direction.
drop index forms_by_change;
create index forms_by_change on forms (changed_at desc, id desc);
