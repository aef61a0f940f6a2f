-- In which state an item was when whoever ordered it was last told; null: in the one in which it was ordered.
alter table order_items add told_state text;
update order_items set told_state = state;

-- Those who have a service are told how it works.
create index held_services_service on held_services (service_id, person_id) where state <> 'ended';
