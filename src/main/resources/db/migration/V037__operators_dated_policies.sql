-- What the law leaves to the operator (SW-06) decides pay, so a change holds from a month on and leaves the months already
-- paid as they were. The row of the entity holds what it started with, this table what was decided since.
alter table operators.legal_entity add column revision int not null default 1 check (revision > 0);

create table operators.policy_version (
    operator_id uuid not null references operators.legal_entity,
    from_month date not null check (extract(day from from_month) = 1),
    sole_trader text not null,
    association text not null,
    pe_require_siren boolean not null,
    start_before_signature boolean not null,
    invoice_legal_references text not null,
    minimum_counts text[] not null,
    leave_policy text not null,
    reserve_load numeric not null check (reserve_load between 0 and 1),
    pay_before_collection boolean not null,
    advance_cap_cents bigint not null check (advance_cap_cents >= 0),
    primary key (operator_id, from_month)
);
select platform.guard_tenant('operators.policy_version');
