-- The client's own contract, handed in as a PDF and annexed to the amendment that completes it: each version with what
-- somebody found in it. Once the amendment was sent nothing is added any more.
create table contracts.client_paper (
    operator_id uuid        not null,
    contract_id uuid        not null,
    version     integer     not null check (version > 0),
    document_id uuid        not null,
    sha256      text        not null,
    file_name   text        not null,
    has         text[]      not null,
    at          timestamptz not null,
    said_by     text        not null,
    primary key (operator_id, contract_id, version),
    foreign key (operator_id, contract_id) references contracts.contract (operator_id, id)
);
select platform.guard_tenant('contracts.client_paper');
select platform.freeze('contracts.client_paper');

create function contracts.annex_before_sending() returns trigger
    language plpgsql as $$
begin
    if not exists (select 1 from contracts.contract c
            where c.operator_id = new.operator_id and c.id = new.contract_id and c.state = 'DRAFT') then
        raise exception 'contract % was sent to be signed', new.contract_id;
    end if;
    return new;
end
$$;
create trigger annex_before_sending before insert on contracts.client_paper
    for each row execute function contracts.annex_before_sending();
