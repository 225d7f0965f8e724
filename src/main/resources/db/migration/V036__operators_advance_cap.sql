-- SW-07: paying more than the minimum before the client has paid is an advance of the operator, and one that has a limit
-- for each worker. An operator who had chosen to do so advances nothing until the limit is set.
alter table operators.legal_entity
    add column advance_cap_cents bigint not null default 0 check (advance_cap_cents >= 0);
