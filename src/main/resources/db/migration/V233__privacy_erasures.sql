-- What was asked to be forgotten, what a dispute holds back, and what was forgotten: who, when, which kind, and never
-- what. The same is written to a file outside the database, so that a restored one forgets again (S-43).
create schema privacy;
grant usage on schema privacy to ${app};

create table privacy.request (
    operator_id uuid not null,
    id uuid not null,
    intent uuid not null,
    person_id uuid not null,
    asked_at timestamptz not null,
    asked_by text not null,
    answer_by date not null,
    answered_at timestamptz,
    answered_by text,
    primary key (operator_id, id),
    unique (operator_id, intent),
    foreign key (operator_id, person_id) references people.person (operator_id, id),
    check (num_nulls(answered_at, answered_by) in (0, 2))
);
create unique index on privacy.request (operator_id, person_id) where answered_at is null;
select platform.guard_tenant('privacy.request');
revoke delete, truncate on privacy.request from ${app};

create table privacy.hold (
    operator_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    reason text not null check (length(reason) between 3 and 500),
    placed_at timestamptz not null,
    placed_by text not null,
    lifted_at timestamptz,
    lifted_by text,
    primary key (operator_id, id),
    foreign key (operator_id, person_id) references people.person (operator_id, id),
    check (num_nulls(lifted_at, lifted_by) in (0, 2))
);
create unique index on privacy.hold (operator_id, person_id) where lifted_at is null;
select platform.guard_tenant('privacy.hold');
revoke delete, truncate on privacy.hold from ${app};

-- subject: a person, or the application of somebody who never became one
create table privacy.erasure (
    operator_id uuid not null,
    subject_id uuid not null,
    kind text not null,
    erased_at timestamptz not null,
    erased_by text not null,
    primary key (operator_id, subject_id, kind)
);
select platform.guard_tenant('privacy.erasure');
select platform.freeze('privacy.erasure');

-- The job of each night asks for the entities; ids only.
create function privacy.every_operator() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select e.operator_id from operators.legal_entity e order by e.operator_id;
    end;
revoke execute on all functions in schema privacy from public;
grant execute on all functions in schema privacy to ${app};
