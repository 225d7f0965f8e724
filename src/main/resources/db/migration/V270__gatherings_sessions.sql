-- Live sessions with seats. The rule says when; a session is kept once somebody books it, and is locked while a seat is
-- given, so that the last one goes to one person. Who books is sealed, and known again by a keyed mark of the address.
create schema gatherings;
grant usage on schema gatherings to ${app};

create table gatherings.rule (
    operator_id uuid primary key,
    open boolean not null,
    at_time time not null,
    minutes int not null check (minutes between 5 and 240),
    seats int not null check (seats between 1 and 500),
    host text not null check (host <> ''),
    link text not null check (link ~ '^https://')
);
select platform.guard_tenant('gatherings.rule');

create table gatherings.session (
    operator_id uuid not null,
    id uuid not null,
    on_day date not null,
    starts_at timestamptz not null,
    seats int not null,
    primary key (operator_id, id),
    unique (operator_id, on_day)
);
select platform.guard_tenant('gatherings.session');

create table gatherings.booking (
    operator_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    token_hash bytea not null,
    who_sealed bytea not null,
    mark bytea not null,
    state text not null check (state in ('BOOKED', 'WAITING', 'CANCELLED')),
    made_at timestamptz not null,
    reminded_at timestamptz,
    came boolean,
    primary key (operator_id, id),
    unique (operator_id, token_hash),
    foreign key (operator_id, session_id) references gatherings.session (operator_id, id)
);
create unique index on gatherings.booking (operator_id, session_id, mark) where state <> 'CANCELLED';
create index on gatherings.booking (operator_id, session_id, made_at);
select platform.guard_tenant('gatherings.booking');

-- A visitor belongs to no entity, and may know when the sessions are and how many seats are taken.
create function gatherings.open_rules() returns table (operator_id uuid, name text, at_time time, minutes int,
        seats int, host text)
    language sql stable security definer set search_path = ''
    begin atomic
        select r.operator_id, e.name, r.at_time, r.minutes, r.seats, r.host
        from gatherings.rule r join operators.legal_entity e on e.operator_id = r.operator_id
        where r.open order by e.name;
    end;
create function gatherings.taken(from_day date) returns table (operator_id uuid, on_day date, booked bigint)
    language sql stable security definer set search_path = ''
    begin atomic
        select s.operator_id, s.on_day, count(*)
        from gatherings.session s
        join gatherings.booking b on b.operator_id = s.operator_id and b.session_id = s.id
        where b.state = 'BOOKED' and s.on_day >= from_day
        group by s.operator_id, s.on_day;
    end;
revoke execute on all functions in schema gatherings from public;
grant execute on all functions in schema gatherings to ${app};
