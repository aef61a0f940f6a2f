-- Calls that are agreed, by portal and moment: which moments are still free.
create index requests_callbacks on requests (portal, callback_at) where callback_at is not null;
