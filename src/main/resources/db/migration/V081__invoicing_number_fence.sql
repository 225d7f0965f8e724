-- What left the house is witness: after a restore a series may count less than the invoices that clients hold, and would
-- give their numbers to others. Such a series is fenced, and issues again once a person has said what became of the
-- numbers that the book does not know (reliability §3.6).
create table invoicing.fence (
    operator_id uuid        not null,
    id          uuid        not null,
    series      text        not null,
    witness     bigint      not null check (witness > counter),
    counter     bigint      not null check (counter >= 0),
    last_day    date        not null,
    raised_at   timestamptz not null,
    primary key (operator_id, id)
);
select platform.guard_tenant('invoicing.fence');
select platform.freeze('invoicing.fence');

-- missing: numbers up to the witness that no invoice of the book carries, accounted for by the reason.
create table invoicing.fence_lifted (
    operator_id uuid        not null,
    fence_id    uuid        not null,
    missing     bigint      not null check (missing >= 0),
    reason      text        not null check (btrim(reason) <> ''),
    lifted_at   timestamptz not null,
    lifted_by   text        not null,
    primary key (operator_id, fence_id),
    foreign key (operator_id, fence_id) references invoicing.fence (operator_id, id)
);
select platform.guard_tenant('invoicing.fence_lifted');
select platform.freeze('invoicing.fence_lifted');
