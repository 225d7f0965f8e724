-- Who did what, when: one chain per operator. Each line carries the hash of the line before, so that a change, a
-- deletion, an insertion or a new order shows; the head is anchored in a file outside the database (S-42).

create table identity.trail_line (
    operator_id uuid not null,
    line_no bigint not null check (line_no > 0),
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    details text not null,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (operator_id, line_no)
);
select platform.guard_tenant('identity.trail_line');
select platform.freeze('identity.trail_line');

-- The end of each chain: locked while a line is added, so that lines follow each other.
create table identity.trail_head (
    operator_id uuid primary key,
    line_no bigint not null,
    hash bytea not null
);
select platform.guard_tenant('identity.trail_head');
revoke delete on identity.trail_head from ${app};
