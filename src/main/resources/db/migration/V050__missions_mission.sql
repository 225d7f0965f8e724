-- Missions with what the law said of them. A refused mission stays, with its findings, so that the reason can be read
-- and mended; work can only be reported on a mission that is the reporter's own.
create schema missions;
grant usage on schema missions to ${app};

create table missions.mission (
    operator_id uuid not null,
    id uuid not null,
    intent uuid not null,
    person_id uuid not null,
    client_id uuid not null,
    code text not null,
    title text not null check (title <> ''),
    activity text not null check (activity <> ''),
    starts_on date not null,
    ends_on date not null,
    price_mode text not null check (price_mode in ('DAY', 'HOUR', 'FIXED')),
    price_cents bigint not null check (price_cents > 0),
    vat numeric not null check (vat between 0 and 1),
    purpose text,
    recourse_reason text,
    goods boolean,
    regulated boolean,
    at_home boolean,
    dangerous_work boolean,
    replaces_strikers boolean,
    days_per_month numeric not null check (days_per_month > 0 and days_per_month <= 31),
    order_reference text,
    state text not null check (state in ('AGREED', 'REFUSED', 'UNDECIDED', 'ENDED')),
    findings jsonb not null,
    questions text[] not null,
    lifted_rules text[],
    lifted_reason text,
    lifted_by text,
    lifted_role text,
    lifted_at timestamptz,
    primary key (operator_id, id),
    unique (operator_id, id, person_id),
    unique (operator_id, code),
    unique (operator_id, intent),
    foreign key (operator_id, person_id) references people.person (operator_id, id),
    foreign key (operator_id, client_id) references clients.client (operator_id, id),
    check (ends_on >= starts_on),
    check (num_nulls(lifted_rules, lifted_reason, lifted_by, lifted_role, lifted_at) in (0, 5))
);
create index on missions.mission (operator_id, person_id, client_id);
select platform.guard_tenant('missions.mission');
