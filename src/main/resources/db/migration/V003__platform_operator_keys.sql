-- Each operator's fields are sealed under keys of its own, so that a key opens one operator only and may be destroyed
-- with it. The keys lie here sealed under the master key, which is a file outside the database (S-40, ADR 0009).
-- key_no 0 is for look-ups and never changes; 1, 2, … are for sealing, the highest is in use.

create table platform.operator_key (
    operator_id uuid not null,
    key_no int not null check (key_no >= 0),
    master_id bytea not null,
    sealed_key bytea not null,
    created_at timestamptz not null default now(),
    primary key (operator_id, key_no)
);
select platform.guard_tenant('platform.operator_key');
revoke update, delete on platform.operator_key from ${app};
