-- From a visitor to an account able to work. What an applicant says (civil status, NIR, IBAN) is one sealed value a row;
-- links by mail are known by their hash only. An applicant holds a role of their own, which opens their file and nothing
-- else of the entity.
alter table identity.held_role drop constraint held_role_role_check;
alter table identity.held_role add constraint held_role_role_check
    check (role in ('CANDIDATE', 'FREELANCER', 'GESTIONNAIRE', 'PAYROLL', 'DIRECTOR', 'ADMINISTRATOR'));

create schema joining;
grant usage on schema joining to ${app};

-- Whether visitors may open a file with the entity by themselves.
create table joining.door (
    operator_id uuid primary key,
    open boolean not null
);
select platform.guard_tenant('joining.door');

-- A visitor belongs to no entity yet, and may know the names of those that welcome visitors.
create function joining.open_doors() returns table (operator_id uuid, name text, frame text)
    language sql stable security definer set search_path = ''
    begin atomic
        select d.operator_id, e.name, e.frame
        from joining.door d join operators.legal_entity e on e.operator_id = d.operator_id
        where d.open order by e.name;
    end;
revoke execute on all functions in schema joining from public;
grant execute on all functions in schema joining to ${app};

create table joining.invitation (
    operator_id uuid not null,
    id uuid not null,
    token_hash bytea not null,
    email text not null,
    carried_sealed bytea not null,
    by_house boolean not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (operator_id, id),
    unique (operator_id, token_hash)
);
select platform.guard_tenant('joining.invitation');

create table joining.application (
    operator_id uuid not null,
    id uuid not null,
    user_id uuid not null,
    email text not null,
    state text not null check (state in ('OPEN', 'SUBMITTED', 'ADMITTED', 'DECLINED')),
    answers_sealed bytea not null,
    opened_at timestamptz not null,
    saved_at timestamptz not null,
    submitted_at timestamptz,
    decided_at timestamptz,
    decline_reason text,
    title_asked_on date,
    title_answer text check (title_answer in ('AUTHENTIC', 'NOT_AUTHENTIC')),
    person_id uuid,
    client_id uuid,
    mission_id uuid,
    primary key (operator_id, id),
    foreign key (operator_id, person_id) references people.person (operator_id, id),
    foreign key (operator_id, client_id) references clients.client (operator_id, id),
    foreign key (operator_id, mission_id) references missions.mission (operator_id, id),
    check ((state = 'ADMITTED') = (person_id is not null)),
    check ((state = 'DECLINED') = (decline_reason is not null)),
    check (title_answer is null or title_asked_on is not null)
);
create unique index on joining.application (operator_id, user_id) where state <> 'DECLINED';
create index on joining.application (user_id);
create index on joining.application (operator_id, person_id);
select platform.guard_tenant('joining.application');

-- A file handed in as proof; the file itself lies in documents. A newer one of the same kind takes its place.
create table joining.proof (
    operator_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    kind text not null,
    document_id uuid not null,
    file_name text not null,
    added_at timestamptz not null,
    expires_on date,
    verdict text not null check (verdict in ('WAITING', 'ACCEPTED', 'REFUSED')),
    reason text,
    judged_by text,
    judged_at timestamptz,
    replaced boolean not null default false,
    primary key (operator_id, id),
    foreign key (operator_id, application_id) references joining.application (operator_id, id),
    foreign key (operator_id, document_id) references documents.document (operator_id, id),
    check ((verdict = 'WAITING') = (judged_at is null)),
    check ((verdict = 'REFUSED') = (reason is not null))
);
create unique index on joining.proof (operator_id, application_id, kind) where not replaced;
select platform.guard_tenant('joining.proof');

-- The prior declaration of hiring (PS-53): the message as it was made, sealed since it holds the NIR, and its answer.
create table joining.declaration (
    operator_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    hire_at timestamptz not null,
    message_sealed bytea not null,
    message_sha256 text not null,
    made_at timestamptz not null,
    made_by text not null,
    answer text check (answer in ('ACKNOWLEDGED', 'REFUSED')),
    reference text,
    reason text,
    answered_at timestamptz,
    primary key (operator_id, id),
    foreign key (operator_id, person_id) references people.person (operator_id, id),
    check ((answer is null) = (answered_at is null)),
    check ((answer = 'ACKNOWLEDGED') = (reference is not null) or answer is null),
    check ((answer = 'REFUSED') = (reason is not null) or answer is null)
);
create index on joining.declaration (operator_id, person_id);
select platform.guard_tenant('joining.declaration');
