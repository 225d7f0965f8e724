-- What must happen by when. The clocks are computed from what the parties and missions say and from dates that are told
-- here; the last computation is kept so that the freelancer's page, the calendars and the reminders need no other one.
create schema deadlines;
grant usage on schema deadlines to ${app};

-- Since when somebody watches, and when the clocks were last computed.
create table deadlines.watch (
    operator_id uuid primary key,
    since date not null,
    computed_on date not null
);
select platform.guard_tenant('deadlines.watch');

-- Dates told. A wrong one is withdrawn, never changed.
create table deadlines.fact (
    operator_id uuid not null,
    id uuid not null,
    intent uuid not null,
    kind text not null check (kind <> ''),
    subject_kind text not null check (subject_kind in ('OPERATOR', 'PERSON', 'MISSION')),
    subject_id uuid not null,
    day date not null,
    told_by text not null,
    told_at timestamptz not null,
    primary key (operator_id, id),
    unique (operator_id, intent)
);
create index on deadlines.fact (operator_id, subject_id);
select platform.guard_tenant('deadlines.fact');
select platform.freeze('deadlines.fact');

create table deadlines.withdrawn_fact (
    operator_id uuid not null,
    fact_id uuid not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null,
    primary key (operator_id, fact_id),
    foreign key (operator_id, fact_id) references deadlines.fact (operator_id, id)
);
select platform.guard_tenant('deadlines.withdrawn_fact');
select platform.freeze('deadlines.withdrawn_fact');

-- What somebody said of a deadline: done on a day, lifted with a reason, open again. The last word counts.
create table deadlines.mark (
    operator_id uuid not null,
    id uuid not null,
    intent uuid not null,
    number bigint generated always as identity,
    deadline_id uuid not null,
    kind text not null check (kind in ('DONE', 'LIFTED', 'REOPENED')),
    day date not null,
    reason text not null,
    marked_by text not null,
    marked_at timestamptz not null,
    primary key (operator_id, id),
    unique (operator_id, intent),
    check (kind = 'DONE' or reason <> '')
);
create index on deadlines.mark (operator_id, deadline_id, number);
select platform.guard_tenant('deadlines.mark');
select platform.freeze('deadlines.mark');

-- The clocks as last computed; written anew each time, so it holds nothing that could be lost.
create table deadlines.deadline (
    operator_id uuid not null,
    id uuid not null,
    rule text not null,
    person_id uuid,
    user_id uuid,
    due_on date not null,
    over boolean not null,
    clock jsonb not null,
    primary key (operator_id, id)
);
create index on deadlines.deadline (user_id, due_on) where not over;
select platform.guard_tenant('deadlines.deadline');

-- A reminder is said once for each alert, whichever server comes first and however often the day is computed.
create table deadlines.reminder (
    operator_id uuid not null,
    deadline_id uuid not null,
    alert_on date not null,
    said_at timestamptz not null,
    primary key (operator_id, deadline_id, alert_on)
);
select platform.guard_tenant('deadlines.reminder');
select platform.freeze('deadlines.reminder');

-- A calendar by a secret link, of which only the hash is kept; the link ends when it is revoked.
create table deadlines.feed (
    operator_id uuid not null,
    id uuid not null,
    intent uuid not null,
    user_id uuid not null,
    token_hash bytea not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    primary key (operator_id, id),
    unique (operator_id, intent)
);
create index on deadlines.feed (operator_id, user_id);
create index on deadlines.feed (token_hash);
select platform.guard_tenant('deadlines.feed');

-- Asked before anybody is known: whose calendar is it? Somebody shut out, or without a role left, has none.
create function deadlines.feed_of(wanted bytea) returns table (operator_id uuid, user_id uuid, looks_after boolean)
    language sql stable security definer set search_path = ''
    begin atomic
        select f.operator_id, f.user_id, bool_or(r.role <> 'FREELANCER')
        from deadlines.feed f
        join identity.app_user u on u.user_id = f.user_id and u.enabled
        join identity.held_role r on r.operator_id = f.operator_id and r.user_id = f.user_id
        where f.token_hash = wanted and f.revoked_at is null
        group by f.operator_id, f.user_id;
    end;
revoke execute on function deadlines.feed_of(bytea) from public;
grant execute on function deadlines.feed_of(bytea) to ${app};

-- For the daily computation, which then works inside the scope of each.
create function deadlines.watched_operators() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select e.operator_id from operators.legal_entity e order by 1;
    end;
revoke execute on function deadlines.watched_operators() from public;
grant execute on function deadlines.watched_operators() to ${app};

-- What waits for one worker, for the page that is opened most: one trip, with the scope set inside as in workspace.month.
create function deadlines.mine(seen text, who uuid, until date) returns table (clock jsonb)
language plpgsql as $$
begin
    perform set_config('passerelle.operators', seen, true);
    return query
    select d.clock from deadlines.deadline d
     where d.user_id = who and not d.over and d.due_on <= until
     order by d.due_on, d.rule, d.id
     limit 50;
end
$$;
revoke execute on function deadlines.mine(text, uuid, date) from public;
grant execute on function deadlines.mine(text, uuid, date) to ${app};
