-- Expenses are reimbursed on a receipt only (PS-68), so none can be written without one.
create table activity.expense (
    operator_id uuid not null,
    id uuid not null,
    intent uuid not null,
    person_id uuid not null,
    month date not null check (extract(day from month) = 1),
    day date not null,
    category text not null,
    label text not null check (label <> ''),
    mission_id uuid,
    gross_cents bigint not null check (gross_cents > 0),
    vat_cents bigint not null check (vat_cents >= 0 and vat_cents < gross_cents),
    rebilled boolean not null,
    receipt_id uuid not null,
    state text not null check (state in ('SUBMITTED', 'APPROVED', 'RETURNED')),
    return_reason text,
    decided_at timestamptz,
    decided_by text,
    primary key (operator_id, id),
    unique (operator_id, intent),
    foreign key (operator_id, person_id) references people.person (operator_id, id),
    foreign key (operator_id, mission_id, person_id) references missions.mission (operator_id, id, person_id),
    check (not rebilled or mission_id is not null),
    check ((state = 'RETURNED') = (return_reason is not null)),
    check ((state = 'SUBMITTED') = (decided_at is null))
);
create index on activity.expense (operator_id, person_id, month);

create function activity.refuse_approved_expense() returns trigger
    language plpgsql as $$
begin
    raise exception 'expense % is approved and locked', old.id using errcode = 'integrity_constraint_violation';
end $$;

create trigger locked before update or delete on activity.expense
    for each row when (old.state = 'APPROVED') execute function activity.refuse_approved_expense();

select platform.guard_tenant('activity.expense');
