-- A cooperative that does not apply the three-year rule as the law has it (CA-40) does so on a legal opinion that it can
-- show: who gave it, when, and the paper itself, which stays.
create table operators.association_sign_off (
    operator_id uuid not null references operators.legal_entity,
    id          uuid not null,
    policy      text not null check (policy in ('ORDINARY_CONTRACT', 'WAIVED_AT_OPERATOR_RISK')),
    given_by    text not null check (length(given_by) between 3 and 200),
    given_on    date not null,
    document_id uuid not null,
    kept_at     timestamptz not null,
    kept_by     text not null,
    primary key (operator_id, id),
    foreign key (operator_id, document_id) references documents.document (operator_id, id)
);
select platform.guard_tenant('operators.association_sign_off');
select platform.freeze('operators.association_sign_off');
