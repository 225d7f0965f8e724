-- Who was reminded to sign, when, and by whom: told once for each step, so that nobody is written to twice for the same.
create table contracts.reminder (
    operator_id uuid        not null,
    contract_id uuid        not null,
    party       text        not null check (party in ('WORKER', 'CLIENT', 'OPERATOR')),
    step        integer     not null check (step > 0),
    at          timestamptz not null,
    by_hand     boolean     not null,
    primary key (operator_id, contract_id, party, by_hand, step),
    foreign key (operator_id, contract_id) references contracts.contract (operator_id, id)
);
select platform.guard_tenant('contracts.reminder');
select platform.freeze('contracts.reminder');

-- The job of each hour asks for the entities; ids only.
create function contracts.every_operator() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select e.operator_id from operators.legal_entity e order by e.operator_id;
    end;
revoke execute on function contracts.every_operator() from public;
grant execute on function contracts.every_operator() to ${app};
