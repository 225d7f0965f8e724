-- The clients. An enterprise in France has a SIREN (PS-01, IN-12); a private individual is never asked for one.
create schema clients;
grant usage on schema clients to ${app};

create table clients.client (
    operator_id uuid not null references operators.legal_entity,
    id uuid not null,
    intent uuid not null,
    code text not null,
    kind text not null check (kind in ('COMPANY', 'PUBLIC_BODY', 'ASSOCIATION', 'SOLE_TRADER', 'CONSUMER')),
    name text not null check (name <> ''),
    siren text check (siren ~ '^[0-9]{9}$'),
    siret text check (siret ~ '^[0-9]{14}$'),
    vat text,
    address text[] not null check (cardinality(address) = 5),
    email text not null,
    e_invoice_scheme text,
    e_invoice_address text,
    payment_term_days int not null check (payment_term_days between 0 and 60),
    primary key (operator_id, id),
    unique (operator_id, code),
    unique (operator_id, intent),
    check (kind <> 'CONSUMER' or num_nonnulls(siren, siret, vat) = 0),
    check (kind = 'CONSUMER' or num_nonnulls(siren, vat) > 0),
    check (siret is null or left(siret, 9) = siren),
    check (num_nulls(e_invoice_scheme, e_invoice_address) in (0, 2))
);
select platform.guard_tenant('clients.client');
