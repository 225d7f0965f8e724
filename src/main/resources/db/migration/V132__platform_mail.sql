-- A mail is queued in the transaction of what it tells of, and leaves afterwards: nobody is told of what was rolled back,
-- and nothing that was decided goes untold because a mail server was away. Its words may hold a link that lets somebody
-- in, so they are sealed, and forgotten once it left. The queue belongs to no operator; the application role has no right
-- on it and goes through these functions.
create table platform.mail (
    mail_id uuid primary key,
    fact text not null unique check (fact <> ''),
    sealed bytea,
    tries int not null default 0,
    next_at timestamptz not null,
    queued_at timestamptz not null,
    sent_at timestamptz,
    given_up_at timestamptz,
    trouble text,
    check (sealed is not null or sent_at is not null or given_up_at is not null)
);
create index on platform.mail (next_at) where sent_at is null and given_up_at is null;

-- One fact is told once: false when it was queued before.
create function platform.queue_mail(id uuid, about text, content bytea, at timestamptz) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    insert into platform.mail (mail_id, fact, sealed, next_at, queued_at) values (id, about, content, at, at)
        on conflict (fact) do nothing;
    return found;
end
$$;

-- Some that are due, for one server alone until the lease ends: a server that dies gives them back.
create function platform.take_mail(at timestamptz, lease interval, most int)
    returns table (mail_id uuid, sealed bytea, tries int)
    language sql security definer set search_path = ''
    begin atomic
        update platform.mail m set next_at = at + lease, tries = m.tries + 1
            where m.mail_id in (
                select due.mail_id from platform.mail due
                where due.sent_at is null and due.given_up_at is null and due.next_at <= at
                order by due.next_at limit most for update skip locked)
            returning m.mail_id, m.sealed, m.tries;
    end;

create function platform.mail_left(id uuid, at timestamptz) returns void
    language sql security definer set search_path = ''
    begin atomic
        update platform.mail m set sent_at = at, sealed = null, trouble = null where m.mail_id = id;
    end;

-- `again` null: it is given up, and its words are forgotten.
create function platform.mail_stayed(id uuid, at timestamptz, again timestamptz, why text) returns void
    language sql security definer set search_path = ''
    begin atomic
        update platform.mail m set trouble = why,
            next_at = coalesce(again, m.next_at),
            given_up_at = case when again is null then at end,
            sealed = case when again is null then null else m.sealed end
            where m.mail_id = id and m.sent_at is null;
    end;

revoke execute on function platform.queue_mail(uuid, text, bytea, timestamptz),
    platform.take_mail(timestamptz, interval, int), platform.mail_left(uuid, timestamptz),
    platform.mail_stayed(uuid, timestamptz, timestamptz, text) from public;
grant execute on function platform.queue_mail(uuid, text, bytea, timestamptz),
    platform.take_mail(timestamptz, interval, int), platform.mail_left(uuid, timestamptz),
    platform.mail_stayed(uuid, timestamptz, timestamptz, text) to ${app};
