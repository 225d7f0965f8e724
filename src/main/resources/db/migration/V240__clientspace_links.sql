-- A client's own pages open with a link that came by mail: known by its hash only, over after a time, revocable. What the
-- client said of a month's days stays as it was said; saying something else is another line.
create schema clientspace;
grant usage on schema clientspace to ${app};

create table clientspace.link (
    operator_id uuid        not null,
    id          uuid        not null,
    intent      uuid        not null,
    client_id   uuid        not null,
    token_hash  bytea       not null,
    email       text        not null,
    asks_days   boolean     not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    primary key (operator_id, id),
    unique (operator_id, intent),
    unique (operator_id, token_hash),
    foreign key (operator_id, client_id) references clients.client (operator_id, id),
    check (expires_at > made_at)
);
create index on clientspace.link (operator_id, client_id);
select platform.guard_tenant('clientspace.link');
revoke delete, truncate on clientspace.link from ${app};

create table clientspace.opinion (
    operator_id uuid        not null,
    intent      uuid        not null,
    report_id   uuid        not null,
    mission_id  uuid        not null,
    link_id     uuid        not null,
    agreed      boolean     not null,
    reason      text        not null check (agreed or length(reason) between 1 and 500),
    days_sha256 text        not null,
    said_at     timestamptz not null,
    primary key (operator_id, intent),
    foreign key (operator_id, link_id) references clientspace.link (operator_id, id),
    foreign key (operator_id, report_id) references activity.report (operator_id, id),
    foreign key (operator_id, mission_id) references missions.mission (operator_id, id)
);
create index on clientspace.opinion (operator_id, report_id, mission_id, said_at);
select platform.guard_tenant('clientspace.opinion');
select platform.freeze('clientspace.opinion');
