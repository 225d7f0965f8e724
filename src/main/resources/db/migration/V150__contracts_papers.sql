-- The papers and who signed them. A paper is a draft until it is sent to be signed; then the file that people read does
-- not change any more, and neither do their consents and the sealed file: those are rows of frozen tables. The seal's
-- private key lies here sealed under the operator's own key (S-40).
create schema contracts;
grant usage on schema contracts to ${app};

create table contracts.seal_key (
    operator_id uuid        not null,
    key_no      integer     not null check (key_no > 0),
    id          uuid        not null,
    sealed_key  bytea       not null,
    certificate bytea       not null,
    made_at     timestamptz not null,
    primary key (operator_id, key_no),
    unique (operator_id, id)
);
select platform.guard_tenant('contracts.seal_key');
select platform.freeze('contracts.seal_key');

-- What the entity says in all its papers: its pension fund, its pay day.
create table contracts.house_fact (
    operator_id uuid not null,
    key         text not null check (key like 'house.%'),
    value       text not null check (length(value) <= 2000),
    primary key (operator_id, key)
);
select platform.guard_tenant('contracts.house_fact');

create table contracts.series (
    operator_id uuid    not null,
    year        integer not null,
    last        integer not null check (last > 0),
    primary key (operator_id, year)
);
select platform.guard_tenant('contracts.series');

create table contracts.contract (
    operator_id    uuid        not null,
    id             uuid        not null,
    intent         uuid        not null,
    code           text        not null,
    kind           text        not null,
    person_id      uuid        not null,
    client_id      uuid,
    mission_id     uuid,
    facts          jsonb       not null,
    state          text        not null
        check (state in ('DRAFT', 'TO_SIGN', 'SIGNED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    drafted_at     timestamptz not null,
    sent_at        timestamptz,
    expires_at     timestamptz,
    content        jsonb,
    read_document  uuid,
    read_sha256    text,
    closed_at      timestamptz,
    closed_by      text,
    closed_reason  text,
    primary key (operator_id, id),
    unique (operator_id, intent),
    unique (operator_id, code),
    foreign key (operator_id, person_id) references people.person (operator_id, id),
    foreign key (operator_id, client_id) references clients.client (operator_id, id),
    foreign key (operator_id, mission_id) references missions.mission (operator_id, id),
    check ((state = 'DRAFT') = (sent_at is null) or state = 'WITHDRAWN'),
    check (num_nulls(sent_at, expires_at, content, read_document, read_sha256) in (0, 5)),
    check ((state in ('REFUSED', 'WITHDRAWN')) = (closed_reason is not null))
);
create index on contracts.contract (operator_id, person_id);
create index on contracts.contract (operator_id, mission_id);
select platform.guard_tenant('contracts.contract');

-- What was sent to be signed stays what it was; only its state goes on, and nothing follows an end.
create function contracts.keep_what_was_sent() returns trigger
    language plpgsql as $$
begin
    if old.state in ('SIGNED', 'REFUSED', 'WITHDRAWN', 'EXPIRED') then
        raise exception 'contract % is over: %', old.id, old.state;
    end if;
    if old.state = 'TO_SIGN' and (new.state = 'DRAFT'
            or new.facts is distinct from old.facts
            or new.content is distinct from old.content
            or new.read_document is distinct from old.read_document
            or new.read_sha256 is distinct from old.read_sha256) then
        raise exception 'contract % was sent to be signed', old.id;
    end if;
    if (new.operator_id, new.id, new.code, new.kind, new.person_id) is distinct from
            (old.operator_id, old.id, old.code, old.kind, old.person_id) then
        raise exception 'contract % keeps its parties', old.id;
    end if;
    return new;
end
$$;
create trigger keep_what_was_sent before update on contracts.contract
    for each row execute function contracts.keep_what_was_sent();
revoke delete, truncate on contracts.contract from ${app};

create table contracts.signature (
    operator_id uuid        not null,
    contract_id uuid        not null,
    position    integer     not null check (position between 1 and 9),
    party       text        not null check (party in ('WORKER', 'CLIENT', 'OPERATOR')),
    name        text        not null,
    email       text        not null,
    how         text        not null check (how in ('SIGN_IN', 'EMAIL_CODE')),
    signed_at   timestamptz not null,
    address     text        not null,
    drawing     text,
    read_sha256 text        not null,
    previous    text        not null,
    hash        text        not null,
    primary key (operator_id, contract_id, position),
    unique (operator_id, contract_id, party),
    foreign key (operator_id, contract_id) references contracts.contract (operator_id, id)
);
select platform.guard_tenant('contracts.signature');
select platform.freeze('contracts.signature');

create table contracts.sealed (
    operator_id uuid        not null,
    contract_id uuid        not null,
    document_id uuid        not null,
    sha256      text        not null,
    key_no      integer     not null,
    sealed_at   timestamptz not null,
    primary key (operator_id, contract_id),
    foreign key (operator_id, contract_id) references contracts.contract (operator_id, id),
    foreign key (operator_id, key_no) references contracts.seal_key (operator_id, key_no)
);
select platform.guard_tenant('contracts.sealed');
select platform.freeze('contracts.sealed');

-- The client's way in without an account: the link is known by its hash only, the code too.
create table contracts.invitation (
    operator_id   uuid        not null,
    id            uuid        not null,
    contract_id   uuid        not null,
    token_hash    bytea       not null,
    email         text        not null,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    code_mark     bytea,
    code_until    timestamptz,
    codes_sent    integer     not null default 0,
    wrong_codes   integer     not null default 0,
    used_at       timestamptz,
    primary key (operator_id, id),
    unique (operator_id, token_hash),
    foreign key (operator_id, contract_id) references contracts.contract (operator_id, id)
);
create index on contracts.invitation (operator_id, contract_id);
select platform.guard_tenant('contracts.invitation');
revoke delete, truncate on contracts.invitation from ${app};
