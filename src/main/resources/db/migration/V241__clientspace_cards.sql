-- A private individual pays by card at a provider. What the provider tells comes late, twice or out of order: each message is
-- kept once, and each effect in the book happens once, whatever the order.
create table clientspace.card_payment (
    operator_id  uuid        not null,
    id           uuid        not null,
    intent       uuid        not null,
    invoice_id   uuid        not null,
    link_id      uuid        not null,
    amount_cents bigint      not null check (amount_cents > 0),
    provider     text        not null,
    opened_at    timestamptz not null,
    primary key (operator_id, id),
    unique (operator_id, intent),
    foreign key (operator_id, invoice_id) references invoicing.invoice (operator_id, id),
    foreign key (operator_id, link_id) references clientspace.link (operator_id, id)
);
create index on clientspace.card_payment (operator_id, invoice_id);
select platform.guard_tenant('clientspace.card_payment');
select platform.freeze('clientspace.card_payment');

create table clientspace.card_message (
    operator_id  uuid        not null,
    message_id   text        not null check (length(message_id) between 1 and 100),
    payment_id   uuid        not null,
    kind         text        not null
        check (kind in ('SUCCEEDED', 'FAILED', 'ABANDONED', 'REFUNDED', 'CHARGED_BACK')),
    amount_cents bigint      not null check (amount_cents >= 0),
    fee_cents    bigint      not null check (fee_cents >= 0),
    said_at      timestamptz not null,
    received_at  timestamptz not null,
    primary key (operator_id, message_id),
    foreign key (operator_id, payment_id) references clientspace.card_payment (operator_id, id)
);
create index on clientspace.card_message (operator_id, payment_id);
select platform.guard_tenant('clientspace.card_message');
select platform.freeze('clientspace.card_message');

create table clientspace.card_effect (
    operator_id uuid        not null,
    payment_id  uuid        not null,
    kind        text        not null check (kind in ('SUCCEEDED', 'REFUNDED', 'CHARGED_BACK')),
    happened_at timestamptz not null,
    primary key (operator_id, payment_id, kind),
    foreign key (operator_id, payment_id) references clientspace.card_payment (operator_id, id)
);
select platform.guard_tenant('clientspace.card_effect');
select platform.freeze('clientspace.card_effect');
