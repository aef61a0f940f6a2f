-- The item that brought a service first; `item_id` is the one that changed it last.
alter table held_services add column first_item_id uuid references order_items on delete set null;
update held_services set first_item_id = item_id;
create index order_items_held on order_items (held_id) where held_id is not null;
