-- What brought a service that a plan of fulfilment activates beside the one that was ordered: once, however often the plan tries.
alter table held_services add column once_key text unique;
