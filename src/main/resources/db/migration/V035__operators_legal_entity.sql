-- A legal entity has one frame and one only (PS-20), for ever: the frame is part of a key that fees, workers and
-- contracts refer to, so that none of another frame can be written.
create schema operators;
grant usage on schema operators to ${app};

create table operators.legal_entity (
    operator_id uuid primary key,
    group_id uuid not null,
    frame text not null check (frame in ('PORTAGE_SALARIAL', 'CAE', 'CAE_SAP', 'PORTAGE_ENTREPRENEURIAL')),
    name text not null check (name <> ''),
    legal_form text not null,
    capital_cents bigint not null check (capital_cents >= 0),
    rcs_city text not null,
    siret text not null check (siret ~ '^[0-9]{14}$'),
    vat text not null,
    ape text not null,
    -- line 1, line 2, postcode, city, country; so everywhere
    address text[] not null check (cardinality(address) = 5),
    email text not null,
    iban_sealed bytea not null,
    bic text not null,
    idcc text not null,
    agreement text not null,
    guarantor text,
    guarantor_address text[],
    guarantee_cents bigint check (guarantee_cents > 0),
    guarantee_from date,
    guarantee_until date,
    insurer text not null,
    insurance_policy text not null,
    insurance_until date not null,
    mediator text,
    mediator_address text,
    mediator_site text,
    sap_number text,
    sap_declared_on date,
    sap_approved_on date,
    series text not null,
    sole_trader text not null,
    association text not null,
    pe_require_siren boolean not null,
    start_before_signature boolean not null,
    invoice_legal_references text not null,
    minimum_counts text[] not null,
    leave_policy text not null,
    reserve_load numeric not null check (reserve_load between 0 and 1),
    pay_before_collection boolean not null,
    unique (operator_id, frame),
    check (num_nulls(guarantor, guarantor_address, guarantee_cents, guarantee_from, guarantee_until) in (0, 5)),
    -- portage needs its guarantee (PS-22)
    check (frame <> 'PORTAGE_SALARIAL' or guarantor is not null)
);

create table operators.establishment (
    operator_id uuid not null references operators.legal_entity,
    valid_from date not null,
    headcount int not null check (headcount > 0),
    versement_mobilite numeric not null check (versement_mobilite between 0 and 1),
    atmp numeric not null check (atmp between 0 and 1),
    mutuelle_monthly_cents bigint not null check (mutuelle_monthly_cents >= 0),
    mutuelle_employer_share numeric not null check (mutuelle_employer_share between 0 and 1),
    alternants_share numeric not null check (alternants_share between 0 and 1),
    primary key (operator_id, valid_from)
);

create table operators.fee_terms (
    operator_id uuid not null,
    frame text not null,
    valid_from date not null,
    kind text not null check (kind in ('PERCENT', 'FLAT_MONTHLY', 'TIERED', 'CAPPED')),
    rate numeric check (rate between 0 and 1),
    amount_cents bigint check (amount_cents > 0),
    -- each slice as ceiling in cents, colon, rate; the last without ceiling
    tiers text[],
    voted_on date,
    statutes_ref text,
    clause text not null check (clause <> ''),
    primary key (operator_id, valid_from),
    foreign key (operator_id, frame) references operators.legal_entity (operator_id, frame),
    check (num_nulls(voted_on, statutes_ref) in (0, 2)),
    -- a cooperative's contribution carries its vote (CA-14)
    check (frame not in ('CAE', 'CAE_SAP') or voted_on is not null)
);

select platform.guard_tenant('operators.legal_entity');
select platform.guard_tenant('operators.establishment');
select platform.guard_tenant('operators.fee_terms');
