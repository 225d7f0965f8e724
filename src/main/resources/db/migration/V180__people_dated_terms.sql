-- A worker's file is changed at the desk. What decides pay holds from a month on, so that a month already paid keeps what
-- it was paid by: the row of the person holds what was agreed first, these tables what was agreed since. The revision
-- shows the second of two colleagues what the first one did.
alter table people.person add column revision int not null default 1 check (revision > 0);

create table people.employment_version (
    operator_id uuid not null,
    person_id uuid not null,
    from_month date not null check (extract(day from from_month) = 1),
    cadre boolean not null,
    pay_step text,
    hours_per_week numeric not null check (hours_per_week > 0 and hours_per_week <= 48),
    job text not null,
    fixed_part_cents bigint not null check (fixed_part_cents >= 0),
    requested_gross_cents bigint check (requested_gross_cents >= 0),
    primary key (operator_id, person_id, from_month),
    foreign key (operator_id, person_id) references people.person (operator_id, id)
);
select platform.guard_tenant('people.employment_version');

create table people.withholding_version (
    operator_id uuid not null,
    person_id uuid not null,
    from_month date not null check (extract(day from from_month) = 1),
    -- null: the neutral scale
    rate numeric check (rate between 0 and 1),
    primary key (operator_id, person_id, from_month),
    foreign key (operator_id, person_id) references people.person (operator_id, id)
);
select platform.guard_tenant('people.withholding_version');
