-- One report per person and month (PS-70). Once approved it is locked: invoices and pay follow from it, so the
-- database refuses every change of it and of its lines.
create schema activity;
grant usage on schema activity to ${app};

create table activity.report (
    operator_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    month date not null check (extract(day from month) = 1),
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED')),
    return_reason text,
    submitted_at timestamptz,
    approved_at timestamptz,
    approved_by text,
    primary key (operator_id, id),
    unique (operator_id, id, person_id),
    unique (operator_id, person_id, month),
    foreign key (operator_id, person_id) references people.person (operator_id, id),
    check ((state = 'APPROVED') = (approved_at is not null)),
    check ((state = 'RETURNED') = (return_reason is not null)),
    check (num_nulls(approved_at, approved_by) in (0, 2))
);
create index on activity.report (operator_id, month);

create table activity.line (
    operator_id uuid not null,
    report_id uuid not null,
    person_id uuid not null,
    position int not null,
    day date not null,
    kind text not null check (kind in ('MISSION', 'PROSPECTING', 'TRAINING', 'LEAVE', 'SICKNESS')),
    mission_id uuid,
    quantity numeric not null check (quantity > 0),
    unit text not null check (unit in ('DAY', 'HOUR', 'PART')),
    primary key (operator_id, report_id, position),
    foreign key (operator_id, report_id, person_id) references activity.report (operator_id, id, person_id),
    foreign key (operator_id, mission_id, person_id) references missions.mission (operator_id, id, person_id),
    check ((kind = 'MISSION') = (mission_id is not null))
);
create index on activity.line (operator_id, mission_id);

-- Each act of saving, so that a double click or a refresh gives the first result again (R-11).
create table activity.saving (
    operator_id uuid not null,
    intent uuid not null,
    report_id uuid not null,
    saved_at timestamptz not null,
    primary key (operator_id, intent),
    foreign key (operator_id, report_id) references activity.report (operator_id, id)
);

create function activity.refuse_approved() returns trigger
    language plpgsql as $$
begin
    raise exception 'report % is approved and locked', old.id using errcode = 'integrity_constraint_violation';
end $$;

create trigger locked before update or delete on activity.report
    for each row when (old.state = 'APPROVED') execute function activity.refuse_approved();

create function activity.refuse_line_of_approved() returns trigger
    language plpgsql as $$
declare
    line activity.line := case when tg_op = 'DELETE' then old else new end;
begin
    if exists (select from activity.report r
               where r.operator_id = line.operator_id and r.id = line.report_id and r.state = 'APPROVED') then
        raise exception 'report % is approved and locked', line.report_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return line;
end $$;

create trigger locked before insert or update or delete on activity.line
    for each row execute function activity.refuse_line_of_approved();

select platform.guard_tenant('activity.report');
select platform.guard_tenant('activity.line');
select platform.guard_tenant('activity.saving');
