-- Lettrage ties lines of one account that settle each other; it lives beside the frozen lines and every letter sums to 0.
create table ledger.letter (
    operator_id uuid    not null,
    entry_id    uuid    not null,
    position    integer not null,
    account     text    not null,
    aux         text    not null,
    letter      text    not null check (letter ~ '^[A-Z]{3,6}$'),
    lettered_on date    not null,
    primary key (operator_id, entry_id, position),
    foreign key (operator_id, entry_id, position) references ledger.line (operator_id, entry_id, position)
);
create index letter_group on ledger.letter (operator_id, account, aux, letter);
select platform.guard_tenant('ledger.letter');

create function ledger.letters_sum_to_zero() returns trigger language plpgsql as $$
declare wrong text;
begin
    select g.letter into wrong
        from (select distinct operator_id, account, aux, letter from added) g
        join ledger.letter t using (operator_id, account, aux, letter)
        left join ledger.line l on l.operator_id = t.operator_id and l.entry_id = t.entry_id
                               and l.position = t.position
        group by g.operator_id, g.account, g.aux, g.letter
        having sum(l.debit_cents - l.credit_cents) <> 0 or not bool_and(l.account = g.account)
            or not bool_and(coalesce(l.aux, '') = g.aux)
        limit 1;
    if found then
        raise exception 'letter % does not sum to zero on one account', wrong using errcode = 'PL005';
    end if;
    return null;
end $$;
create trigger letters_sum_to_zero after insert on ledger.letter
    referencing new table as added for each statement execute function ledger.letters_sum_to_zero();
revoke update on ledger.letter from ${app};
