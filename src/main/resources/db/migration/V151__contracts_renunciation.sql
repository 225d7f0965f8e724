-- A private individual renounces a signed quote within the period of the law (CO-03, CO-06): what was declared, by whom,
-- when, and until when it could be. The signed paper itself does not change.
create table contracts.renunciation (
    operator_id  uuid        not null,
    contract_id  uuid        not null,
    declared_at  timestamptz not null,
    name         text        not null check (length(name) between 1 and 120),
    email        text        not null check (length(email) between 3 and 254),
    last_day     date        not null,
    read_sha256  text        not null,
    primary key (operator_id, contract_id),
    foreign key (operator_id, contract_id) references contracts.contract (operator_id, id)
);
select platform.guard_tenant('contracts.renunciation');
select platform.freeze('contracts.renunciation');
