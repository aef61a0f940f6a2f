-- The request in which the desk deals with a cancellation, or with taking it back: whoever has the service finds it from there.
alter table held_services add column request_reference text;
