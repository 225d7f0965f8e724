-- The book of each operator: entries that balance (R-01), never change (R-02) and are numbered without gap;
-- balances that are kept by the posting itself, so that reading them does not get slower with the years.
create schema ledger;
grant usage on schema ledger to ${app};

-- One row per operator, calendar year and file: G goes into the FEC, A is the analytic journal of class 9.
-- Taking a number locks the row until commit; hence no gap, and closing a month waits for postings in flight.
create table ledger.counter (
    operator_id uuid     not null,
    year        integer  not null,
    file        char(1)  not null check (file in ('G', 'A')),
    last        bigint   not null check (last >= 0),
    valid_on    date     not null,
    primary key (operator_id, year, file)
);
select platform.guard_tenant('ledger.counter');

create table ledger.closing (
    operator_id uuid        not null,
    month       date        not null check (month = date_trunc('month', month)),
    closed_at   timestamptz not null,
    closed_by   text        not null,
    primary key (operator_id, month)
);
select platform.guard_tenant('ledger.closing');
select platform.freeze('ledger.closing');

create table ledger.entry (
    operator_id uuid        not null,
    id          uuid        not null,
    year        integer     not null,
    file        char(1)     not null,
    number      bigint      not null check (number > 0),
    journal     text        not null check (journal ~ '^[A-Z]{2,3}$'),
    date        date        not null check (year = extract(year from date)),
    valid_on    date        not null,
    source      text        not null check (source <> ''),
    piece_ref   text        not null check (piece_ref <> ''),
    piece_date  date        not null,
    label       text        not null,
    line_count  integer     not null check (line_count >= 2),
    hash        bytea       not null check (octet_length(hash) = 32),
    reverses    uuid,
    posted_at   timestamptz not null,
    posted_by   text        not null,
    primary key (operator_id, id),
    unique (operator_id, source),
    unique (operator_id, year, file, number),
    foreign key (operator_id, reverses) references ledger.entry (operator_id, id),
    foreign key (operator_id, year, file) references ledger.counter (operator_id, year, file),
    check ((journal = 'CA') = (file = 'A'))
);
select platform.guard_tenant('ledger.entry');
select platform.freeze('ledger.entry');

create table ledger.line (
    operator_id  uuid    not null,
    entry_id     uuid    not null,
    position     integer not null check (position > 0),
    date         date    not null,
    account      text    not null check (account ~ '^[1-9][0-9]{2,9}$'),
    aux          text    check (aux <> ''),
    aux_label    text,
    worker_id    uuid,
    debit_cents  bigint  not null check (debit_cents >= 0),
    credit_cents bigint  not null check (credit_cents >= 0),
    label        text    not null,
    category     text,
    clause       text,
    primary key (operator_id, entry_id, position),
    foreign key (operator_id, entry_id) references ledger.entry (operator_id, id),
    check ((debit_cents = 0) <> (credit_cents = 0)),
    check ((aux is null) = (aux_label is null)),
    -- PS-62: a worker's account names the worker and the category, and takes no debit without a clause
    check (account not like '901%' or (worker_id is not null and category is not null)),
    check (account not like '901%' or debit_cents = 0 or clause <> '')
);
create index line_of_worker on ledger.line (operator_id, worker_id, account, date) where worker_id is not null;
create index line_of_account on ledger.line (operator_id, account, aux);
select platform.guard_tenant('ledger.line');
select platform.freeze('ledger.line');

create table ledger.balance (
    operator_id  uuid    not null,
    account      text    not null,
    aux          text,
    worker_id    uuid,
    year         integer not null,
    debit_cents  bigint  not null,
    credit_cents bigint  not null,
    unique nulls not distinct (operator_id, account, aux, worker_id, year)
);
create index balance_of_worker on ledger.balance (operator_id, worker_id, account) where worker_id is not null;
select platform.guard_tenant('ledger.balance');
revoke insert, update, delete, truncate on ledger.balance from ${app};

-- I-7: no line in a closed month. The counter is locked first, so a closing in flight is waited for.
create function ledger.refuse_closed_months() returns trigger language plpgsql as $$
declare refused date;
begin
    perform 1 from ledger.counter c
        where (c.operator_id, c.year, c.file) in (select operator_id, year, file from added)
        for update;
    select a.date into refused from added a
        where exists (select from ledger.closing c where c.operator_id = a.operator_id
                      and c.month >= date_trunc('month', a.date)) limit 1;
    if found then
        raise exception 'the month of % is closed', refused using errcode = 'PL007';
    end if;
    return null;
end $$;
create trigger refuse_closed_months after insert on ledger.entry
    referencing new table as added for each statement execute function ledger.refuse_closed_months();

-- R-01: after each statement every touched entry is complete and sums to zero, and the balances have moved with it.
-- A statement trigger: a deferred row trigger costs five times more (reliability §3.8).
create function ledger.keep_balances() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare wrong uuid;
begin
    select e.id into wrong
        from (select distinct operator_id, entry_id from added) touched
        join ledger.entry e on e.operator_id = touched.operator_id and e.id = touched.entry_id
        cross join lateral (
            select coalesce(sum(l.debit_cents), 0) - coalesce(sum(l.credit_cents), 0) as off, count(*) as lines,
                   bool_and(l.date = e.date) as dated,
                   bool_and((l.account like '9%') = (e.journal = 'CA')) as filed
            from ledger.line l where l.operator_id = e.operator_id and l.entry_id = e.id) s
        where s.off <> 0 or s.lines <> e.line_count or not s.dated or not s.filed
        limit 1;
    if found then
        raise exception 'entry % does not balance or is not complete', wrong using errcode = 'PL001';
    end if;
    insert into ledger.balance as b (operator_id, account, aux, worker_id, year, debit_cents, credit_cents)
        select a.operator_id, a.account, a.aux, a.worker_id, extract(year from a.date)::integer,
               sum(a.debit_cents), sum(a.credit_cents)
        from added a
        group by 1, 2, 3, 4, 5
        order by 1, 2, 3, 4, 5
        on conflict (operator_id, account, aux, worker_id, year)
        do update set debit_cents = b.debit_cents + excluded.debit_cents,
                      credit_cents = b.credit_cents + excluded.credit_cents;
    return null;
end $$;
create trigger keep_balances after insert on ledger.line
    referencing new table as added for each statement execute function ledger.keep_balances();

-- An entry without lines would pass the trigger above; this one looks at commit, once per entry.
create function ledger.refuse_empty_entries() returns trigger language plpgsql as $$
begin
    if not exists (select from ledger.line l where l.operator_id = new.operator_id and l.entry_id = new.id) then
        raise exception 'entry % has no lines', new.id using errcode = 'PL001';
    end if;
    return null;
end $$;
create constraint trigger refuse_empty_entries after insert on ledger.entry
    deferrable initially deferred for each row execute function ledger.refuse_empty_entries();

-- Enters one entry in one round trip. The counter is locked first; a source that is there already takes no number.
create function ledger.post(
    the_operator uuid, the_id uuid, the_journal text, the_date date, the_source text, the_piece text,
    the_piece_date date, the_label text, the_hash bytea, the_reverses uuid, the_day date, the_instant timestamptz,
    accounts text[], auxes text[], aux_labels text[], workers uuid[], debits bigint[], credits bigint[],
    labels text[], categories text[], clauses text[])
    returns table (posted_id uuid, posted_hash bytea) language plpgsql as $$
declare
    the_year integer := extract(year from the_date);
    the_file char(1) := case when the_journal = 'CA' then 'A' else 'G' end;
    taken ledger.counter;
begin
    insert into ledger.counter as c values (the_operator, the_year, the_file, 0, the_day)
        on conflict on constraint counter_pkey do nothing;
    perform 1 from ledger.counter c
        where c.operator_id = the_operator and c.year = the_year and c.file = the_file for update;
    return query select e.id, e.hash from ledger.entry e
        where e.operator_id = the_operator and e.source = the_source;
    if found then
        return;
    end if;
    update ledger.counter c set last = c.last + 1, valid_on = greatest(c.valid_on, the_day)
        where c.operator_id = the_operator and c.year = the_year and c.file = the_file
        returning c.* into taken;
    insert into ledger.entry (operator_id, id, year, file, number, journal, date, valid_on, source, piece_ref,
                              piece_date, label, line_count, hash, reverses, posted_at, posted_by)
        values (the_operator, the_id, the_year, the_file, taken.last, the_journal, the_date, taken.valid_on,
                the_source, the_piece, the_piece_date, the_label, cardinality(accounts), the_hash, the_reverses,
                the_instant, coalesce(nullif(current_setting('passerelle.actor', true), ''), 'system'));
    insert into ledger.line (operator_id, entry_id, position, date, account, aux, aux_label, worker_id,
                             debit_cents, credit_cents, label, category, clause)
        select the_operator, the_id, l.position, the_date, l.account, l.aux, l.aux_label, l.worker,
               l.debit, l.credit, l.label, l.category, l.clause
        from unnest(accounts, auxes, aux_labels, workers, debits, credits, labels, categories, clauses)
             with ordinality as l (account, aux, aux_label, worker, debit, credit, label, category, clause, position);
    return query select the_id, the_hash;
end $$;
