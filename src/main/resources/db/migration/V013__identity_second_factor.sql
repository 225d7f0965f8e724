-- A stolen password alone lets nobody in (S-01): a secret that makes codes (TOTP), recovery codes, and links that set a
-- new password but never go around the second factor. A session says since when its second factor was shown; one whose
-- second step is still due opens nothing but that step.

alter table identity.web_session
    add column strong_at timestamptz,
    add column due boolean not null default false;

create table identity.totp (
    user_id uuid primary key references identity.app_user on delete cascade,
    totp_id uuid not null,
    sealed bytea not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
);

create table identity.recovery_code (
    user_id uuid not null references identity.app_user on delete cascade,
    hash bytea not null,
    primary key (user_id, hash)
);

create table identity.reset (
    hash bytea primary key,
    browser bytea not null,
    user_id uuid not null references identity.app_user on delete cascade,
    until timestamptz not null
);
create index on identity.reset (user_id);

drop function identity.open_session(bytea, uuid, uuid, timestamptz, timestamptz, int, text);
create function identity.open_session(
        hash bytea, id uuid, wanted uuid, at timestamptz, until timestamptz, idle int, on_device text,
        strong timestamptz, second_due boolean) returns void
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.web_session s
            where s.expires_at < at or s.last_seen_at + make_interval(secs => s.idle_seconds) < at;
        insert into identity.web_session
            (token_hash, session_id, user_id, created_at, last_seen_at, expires_at, idle_seconds, device, strong_at, due)
            values (hash, id, wanted, at, at, until, idle, on_device, strong, second_due);
    end;

drop function identity.use_session(bytea, timestamptz);
create function identity.use_session(hash bytea, at timestamptz)
    returns table (session_id uuid, user_id uuid, group_id uuid, name text, strong_at timestamptz, due boolean)
    language plpgsql security definer set search_path = '' as $$
begin
    update identity.web_session s set last_seen_at = at
        where s.token_hash = hash and s.expires_at > at
          and s.last_seen_at + make_interval(secs => s.idle_seconds) > at
          and s.last_seen_at < at - interval '30 seconds';
    return query
        select s.session_id, u.user_id, u.group_id, u.name, s.strong_at, s.due
        from identity.web_session s join identity.app_user u on u.user_id = s.user_id
        where s.token_hash = hash and u.enabled and s.expires_at > at
          and s.last_seen_at + make_interval(secs => s.idle_seconds) > at;
end
$$;

-- A secret that was confirmed is not replaced; one that was not, is.
create function identity.start_totp(owner uuid, id uuid, secret bytea, at timestamptz) returns setof uuid
    language sql security definer set search_path = ''
    begin atomic
        insert into identity.totp as t (user_id, totp_id, sealed, created_at) values (owner, id, secret, at)
            on conflict (user_id) do update set totp_id = id, sealed = secret, created_at = at, last_step = 0
                where t.confirmed_at is null
            returning totp_id;
    end;

create function identity.totp_of(owner uuid) returns setof identity.totp
    language sql stable security definer set search_path = ''
    begin atomic
        select * from identity.totp t where t.user_id = owner;
    end;

-- Steps only rise: a code that was used is not used again, nor one before it (S-03).
create function identity.use_totp(owner uuid, id uuid, step bigint, at timestamptz) returns setof uuid
    language sql security definer set search_path = ''
    begin atomic
        update identity.totp t set last_step = step, confirmed_at = coalesce(t.confirmed_at, at)
            where t.user_id = owner and t.totp_id = id and t.last_step < step
            returning totp_id;
    end;

create function identity.remove_totp(owner uuid) returns setof uuid
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.recovery_code c where c.user_id = owner;
        delete from identity.totp t where t.user_id = owner returning t.totp_id;
    end;

create function identity.set_recovery_codes(owner uuid, hashes bytea[]) returns void
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.recovery_code c where c.user_id = owner;
        insert into identity.recovery_code (user_id, hash) select owner, unnest(hashes);
    end;

create function identity.use_recovery_code(owner uuid, wanted bytea) returns setof bytea
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.recovery_code c where c.user_id = owner and c.hash = wanted returning c.hash;
    end;

create function identity.recovery_codes_left(owner uuid) returns bigint
    language sql stable security definer set search_path = ''
    begin atomic
        select count(*) from identity.recovery_code c where c.user_id = owner;
    end;

-- One link at a time for each person.
create function identity.open_reset(token bytea, of_browser bytea, owner uuid, at timestamptz, ends timestamptz)
    returns void
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.reset r where r.user_id = owner or r.until < at;
        insert into identity.reset (hash, browser, user_id, until) values (token, of_browser, owner, ends);
    end;

create function identity.reset_of(token bytea, of_browser bytea, at timestamptz) returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select r.user_id from identity.reset r where r.hash = token and r.browser = of_browser and r.until > at;
    end;

create function identity.use_reset(token bytea, of_browser bytea, at timestamptz) returns setof uuid
    language sql security definer set search_path = ''
    begin atomic
        delete from identity.reset r where r.hash = token and r.browser = of_browser and r.until > at
            returning r.user_id;
    end;

-- As before, but a clock that was set back makes nobody wait who has tries left.
create or replace function identity.try_now(who bytea, at timestamptz, free int, forget interval, delay interval)
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
    elsif seen.tries >= free and seen.next_at > at then
        return false;
    end if;
    update identity.attempt set tries = seen.tries + 1,
        next_at = case when seen.tries + 1 < free then at
            else at + least(delay * power(2, least(seen.tries + 1 - free, 10)), interval '15 minutes') end
        where subject = who;
    return true;
end
$$;

revoke execute on all functions in schema identity from public;
grant execute on all functions in schema identity to ${app};
