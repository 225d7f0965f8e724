-- Who may sign in, and who is. These tables belong to no operator and are needed before one is known; so the
-- application role has no right on them at all and goes through the functions below, each of which answers one question.

create schema identity;
grant usage on schema identity to ${app};

create table identity.tenant (
    group_id uuid primary key,
    name text not null,
    created_at timestamptz not null default now()
);

create table identity.app_user (
    user_id uuid primary key,
    group_id uuid not null references identity.tenant,
    email text not null unique check (email = lower(email)),
    name text not null,
    password_hash text,
    enabled boolean not null default true,
    created_at timestamptz not null default now()
);
create index on identity.app_user (group_id);

-- What somebody may do, operator by operator.
create table identity.held_role (
    operator_id uuid not null,
    user_id uuid not null references identity.app_user,
    role text not null check (role in ('FREELANCER', 'GESTIONNAIRE', 'PAYROLL', 'DIRECTOR', 'ADMINISTRATOR')),
    primary key (operator_id, user_id, role)
);
create index on identity.held_role (user_id);
select platform.guard_tenant('identity.held_role');
revoke update on identity.held_role from ${app};

-- A session is known by the hash of its token only (ADR 0009).
create table identity.web_session (
    token_hash bytea primary key,
    session_id uuid not null unique,
    user_id uuid not null references identity.app_user on delete cascade,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    idle_seconds int not null,
    device text not null
);
create index on identity.web_session (user_id);
create index on identity.web_session (expires_at);

-- Failed tries, by sign-in and by address; both are stored as hashes.
create table identity.attempt (
    subject bytea primary key,
    tries int not null,
    window_start timestamptz not null,
    next_at timestamptz not null
);

create function identity.create_tenant(wanted uuid, label text) returns void
    language sql security definer set search_path = ''
    begin atomic
        insert into identity.tenant (group_id, name) values (wanted, label) on conflict do nothing;
    end;

create function identity.create_user(wanted uuid, tenant uuid, address text, label text)
    returns setof identity.app_user
    language plpgsql security definer set search_path = '' as $$
begin
    insert into identity.app_user (user_id, group_id, email, name)
        values (wanted, tenant, lower(address), label) on conflict (email) do nothing;
    return query select * from identity.app_user u where u.email = lower(address);
end
$$;

create function identity.user_by_email(address text) returns setof identity.app_user
    language sql stable security definer set search_path = ''
    begin atomic
        select * from identity.app_user u where u.email = lower(address);
    end;

create function identity.user_by_id(wanted uuid) returns setof identity.app_user
    language sql stable security definer set search_path = ''
    begin atomic
        select * from identity.app_user u where u.user_id = wanted;
    end;

create function identity.roles_of(wanted uuid) returns table (operator_id uuid, role text)
    language sql stable security definer set search_path = ''
    begin atomic
        select r.operator_id, r.role from identity.held_role r where r.user_id = wanted;
    end;

create function identity.end_sessions_of(wanted uuid, but uuid) returns setof bytea
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.web_session s where s.user_id = wanted and s.session_id is distinct from but
            returning s.token_hash;
    end;

create function identity.set_password(wanted uuid, hash text) returns void
    language sql security definer set search_path = ''
    begin atomic
        update identity.app_user set password_hash = hash where user_id = wanted;
    end;

create function identity.disable_user(wanted uuid) returns void
    language sql security definer set search_path = ''
    begin atomic
        update identity.app_user set enabled = false where user_id = wanted;
    end;

create function identity.open_session(
        hash bytea, id uuid, wanted uuid, at timestamptz, until timestamptz, idle int, on_device text) returns void
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.web_session s
            where s.expires_at < at or s.last_seen_at + make_interval(secs => s.idle_seconds) < at;
        insert into identity.web_session
            (token_hash, session_id, user_id, created_at, last_seen_at, expires_at, idle_seconds, device)
            values (hash, id, wanted, at, at, until, idle, on_device);
    end;

-- The session and its user when it is alive; its use is noted at most every half minute.
create function identity.use_session(hash bytea, at timestamptz)
    returns table (session_id uuid, user_id uuid, group_id uuid, name text)
    language plpgsql security definer set search_path = '' as $$
begin
    update identity.web_session s set last_seen_at = at
        where s.token_hash = hash and s.expires_at > at
          and s.last_seen_at + make_interval(secs => s.idle_seconds) > at
          and s.last_seen_at < at - interval '30 seconds';
    return query
        select s.session_id, u.user_id, u.group_id, u.name
        from identity.web_session s join identity.app_user u on u.user_id = s.user_id
        where s.token_hash = hash and u.enabled and s.expires_at > at
          and s.last_seen_at + make_interval(secs => s.idle_seconds) > at;
end
$$;

create function identity.sessions_of(wanted uuid, at timestamptz)
    returns table (session_id uuid, created_at timestamptz, last_seen_at timestamptz, device text)
    language sql stable security definer set search_path = ''
    begin atomic
        select s.session_id, s.created_at, s.last_seen_at, s.device
        from identity.web_session s
        where s.user_id = wanted and s.expires_at > at
          and s.last_seen_at + make_interval(secs => s.idle_seconds) > at
        order by s.last_seen_at desc;
    end;

create function identity.end_session(owner uuid, id uuid) returns setof bytea
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.web_session s where s.user_id = owner and s.session_id = id returning s.token_hash;
    end;

-- Counts a try before it is judged, so that fifty at once are fifty. After `free` tries each further one waits, twice
-- as long as the one before, a quarter of an hour at most; a window without tries forgets them (S-04).
create function identity.try_now(who bytea, at timestamptz, free int, forget interval, delay interval)
    returns boolean
    language plpgsql security definer set search_path = '' as $$
declare
    seen identity.attempt;
begin
    insert into identity.attempt as a (subject, tries, window_start, next_at) values (who, 0, at, at)
        on conflict (subject) do nothing;
    select * into seen from identity.attempt a where a.subject = who for update;
    if seen.window_start + forget <= at then
        seen.tries := 0;
        update identity.attempt set window_start = at where subject = who;
    elsif seen.next_at > at then
        return false;
    end if;
    update identity.attempt set tries = seen.tries + 1,
        next_at = case when seen.tries + 1 < free then at
            else at + least(delay * power(2, least(seen.tries + 1 - free, 10)), interval '15 minutes') end
        where subject = who;
    return true;
end
$$;

create function identity.forget_tries(who bytea) returns void
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.attempt a where a.subject = who;
    end;

revoke execute on all functions in schema identity from public;
grant execute on all functions in schema identity to ${app};
