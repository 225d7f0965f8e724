-- The workers of an entity. NIR and IBAN are sealed by the application (S-40); the mark is a keyed HMAC, so that a
-- second file of the same person is found without opening anything. The contract belongs to the entity's frame (PS-20).
create schema people;
grant usage on schema people to ${app};

create table people.person (
    operator_id uuid not null,
    id uuid not null,
    intent uuid not null,
    user_id uuid,
    code text not null,
    first_name text not null check (first_name <> ''),
    last_name text not null check (last_name <> ''),
    birth_date date not null,
    nir_sealed bytea not null,
    nir_mark bytea not null,
    iban_sealed bytea not null,
    address text[] not null check (cardinality(address) = 5),
    email text not null,
    diploma_level int check (diploma_level between 0 and 8),
    experience_months int check (experience_months >= 0),
    own_siren text,
    sap_declared boolean not null,
    frame text not null,
    contract text not null,
    entry_on date not null,
    exit_on date,
    cadre boolean not null,
    pay_step text,
    hours_per_week numeric not null check (hours_per_week > 0 and hours_per_week <= 48),
    job text not null,
    fixed_part_cents bigint not null check (fixed_part_cents >= 0),
    requested_gross_cents bigint check (requested_gross_cents >= 0),
    withholding_rate numeric check (withholding_rate between 0 and 1),
    primary key (operator_id, id),
    unique (operator_id, code),
    unique (operator_id, intent),
    unique (operator_id, nir_mark),
    foreign key (operator_id, frame) references operators.legal_entity (operator_id, frame),
    check (exit_on >= entry_on),
    check (
        frame = 'PORTAGE_SALARIAL' and contract in ('CDI', 'CDD')
        or frame in ('CAE', 'CAE_SAP') and contract in ('CESA', 'CAPE')
        or frame = 'PORTAGE_ENTREPRENEURIAL' and contract = 'MANDATE')
);
create index on people.person (user_id) where user_id is not null;
select platform.guard_tenant('people.person');
