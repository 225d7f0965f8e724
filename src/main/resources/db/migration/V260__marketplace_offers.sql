-- Work that is offered, and who answers. What is public is the offer's own words; who offers it is sealed and read at the
-- desk alone. Full-text search runs on French stems without accents; words mistyped are compared with the words of the
-- published offers by their trigrams.
create schema marketplace;
grant usage on schema marketplace to ${app};

create extension if not exists unaccent schema marketplace;
create extension if not exists pg_trgm schema marketplace;

create text search configuration marketplace.french (copy = pg_catalog.french);
alter text search configuration marketplace.french
    alter mapping for hword, hword_part, word with marketplace.unaccent, french_stem;

-- Whether the entity welcomes offers from the public.
create table marketplace.door (
    operator_id uuid primary key,
    open boolean not null
);
select platform.guard_tenant('marketplace.door');

create table marketplace.offer (
    operator_id uuid not null,
    id uuid not null,
    source text not null check (source in ('CLIENT', 'HOUSE', 'MEMBER', 'FEED')),
    state text not null check (state in ('WAITING', 'PUBLISHED', 'REFUSED', 'CLOSED')),
    title text not null,
    words text not null,
    activity text not null,
    client_kind text not null check (client_kind in ('COMPANY', 'PUBLIC_BODY', 'ASSOCIATION', 'SOLE_TRADER', 'CONSUMER')),
    at_home boolean,
    skills text[] not null,
    low_cents bigint not null check (low_cents > 0),
    high_cents bigint not null,
    city text not null,
    remote text not null check (remote in ('ON_SITE', 'PARTLY', 'FULLY')),
    days_per_month numeric(4, 1) not null check (days_per_month > 0 and days_per_month <= 31),
    starts_on date not null,
    months int not null check (months between 1 and 60),
    frames text[] not null,
    contact_sealed bytea not null,
    posted_by uuid,
    made_at timestamptz not null,
    published_at timestamptz,
    reason text,
    search tsvector not null,
    primary key (operator_id, id),
    check (high_cents >= low_cents),
    check (state <> 'PUBLISHED' or published_at is not null),
    check ((state = 'REFUSED') = (reason is not null))
);
create index on marketplace.offer using gin (search) where state = 'PUBLISHED';
create index on marketplace.offer (published_at desc) where state = 'PUBLISHED';
create index on marketplace.offer (operator_id, state, made_at);
select platform.guard_tenant('marketplace.offer');

create table marketplace.application (
    operator_id uuid not null,
    id uuid not null,
    offer_id uuid not null,
    person_id uuid not null,
    words text not null,
    price_cents bigint not null check (price_cents > 0),
    state text not null check (state in ('SENT', 'ACCEPTED', 'DECLINED')),
    mission_id uuid,
    made_at timestamptz not null,
    decided_at timestamptz,
    primary key (operator_id, id),
    unique (operator_id, offer_id, person_id),
    foreign key (operator_id, offer_id) references marketplace.offer (operator_id, id),
    foreign key (operator_id, person_id) references people.person (operator_id, id),
    foreign key (operator_id, mission_id) references missions.mission (operator_id, id),
    check ((state = 'ACCEPTED') = (mission_id is not null)),
    check ((state = 'SENT') = (decided_at is null))
);
create index on marketplace.application (operator_id, person_id);
create index on marketplace.application (operator_id, mission_id);
select platform.guard_tenant('marketplace.application');

-- Somebody says that an offer should not be there; who it was is not kept.
create table marketplace.report (
    operator_id uuid not null,
    id uuid not null,
    offer_id uuid not null,
    reason text not null check (reason in ('FAKE', 'UNLAWFUL', 'PERSONAL_DATA', 'OVER')),
    made_at timestamptz not null,
    primary key (operator_id, id),
    foreign key (operator_id, offer_id) references marketplace.offer (operator_id, id)
);
create index on marketplace.report (operator_id, offer_id);
select platform.guard_tenant('marketplace.report');
select platform.freeze('marketplace.report');

-- Words of published offers, bare of accents: what a mistyped word may have meant.
create table marketplace.word (
    word text primary key check (length(word) between 3 and 40)
);
create index on marketplace.word using gin (word marketplace.gin_trgm_ops);
grant select, insert on marketplace.word to ${app};

create function marketplace.near(mistyped text) returns table (word text)
    language plpgsql stable security definer set search_path = marketplace, pg_catalog as $$
begin
    return query select w.word from marketplace.word w
        where w.word % mistyped and marketplace.similarity(w.word, mistyped) >= 0.4
        order by marketplace.similarity(w.word, mistyped) desc, w.word limit 2;
end
$$;

-- Who welcomes offers is public.
create function marketplace.open_doors() returns table (operator_id uuid, name text, frame text)
    language sql stable security definer set search_path = ''
    begin atomic
        select d.operator_id, e.name, e.frame
        from marketplace.door d join operators.legal_entity e on e.operator_id = d.operator_id
        where d.open order by e.name;
    end;

-- Published offers across entities: a visitor belongs to none. Only what is public leaves. Each group of words is one
-- word with what means the same, apart by `|`; all groups must be found. The newest 500 that match are put in order.
create function marketplace.found(
    houses uuid[], groups text[], frame_wanted text, kind_wanted text, remote_wanted text, least_cents bigint,
    one uuid, skip int, most int)
    returns table (operator_id uuid, id uuid, source text, title text, words text, activity text, client_kind text,
        at_home boolean, skills text[], low_cents bigint, high_cents bigint, city text, remote text,
        days_per_month numeric, starts_on date, months int, frames text[], made_at timestamptz,
        published_at timestamptz, total bigint)
    language plpgsql stable security definer set search_path = marketplace, pg_catalog
    set plan_cache_mode = force_custom_plan as $$
declare
    asked tsquery;
    part tsquery;
    words_of text;
    alternative text;
begin
    foreach words_of in array groups loop
        part := null;
        foreach alternative in array string_to_array(words_of, '|') loop
            if numnode(phraseto_tsquery('marketplace.french', alternative)) > 0 then
                part := case when part is null then phraseto_tsquery('marketplace.french', alternative)
                    else part || phraseto_tsquery('marketplace.french', alternative) end;
            end if;
        end loop;
        if part is not null then
            asked := case when asked is null then part else asked && part end;
        end if;
    end loop;
    return query
        with newest as (
            select o.* from marketplace.offer o
            where o.state = 'PUBLISHED'
              and (asked is null or o.search @@ asked)
              and (houses is null or o.operator_id = any (houses))
              and (frame_wanted is null or frame_wanted = any (o.frames))
              and (kind_wanted is null or o.client_kind = kind_wanted)
              and (remote_wanted is null or o.remote = remote_wanted)
              and (least_cents is null or o.high_cents >= least_cents)
              and (one is null or o.id = one)
            order by o.published_at desc limit 500)
        select n.operator_id, n.id, n.source, n.title, n.words, n.activity, n.client_kind, n.at_home, n.skills,
            n.low_cents, n.high_cents, n.city, n.remote, n.days_per_month, n.starts_on, n.months, n.frames, n.made_at,
            n.published_at, count(*) over ()
        from newest n
        order by case when asked is null then 0 else -ts_rank(n.search, asked) end, n.published_at desc, n.id
        offset skip limit most;
end
$$;

revoke execute on all functions in schema marketplace from public;
grant execute on all functions in schema marketplace to ${app};
